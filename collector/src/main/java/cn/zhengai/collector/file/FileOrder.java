package cn.zhengai.collector.file;

import cn.zhengai.core.catalogue.SourceMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file to be taken in.
 *
 * @param history backfill: tells nobody
 * @param reason why its values are sent, for rows that do not say so themselves; empty when nobody said
 * @param rejected where rejected rows are written, made when there are any; empty: to the ledger alone
 * @param earlier what may be earlier versions of it; empty: nobody knows of any
 */
public record FileOrder(
        Path path,
        SourceMapping mapping,
        boolean history,
        Optional<String> reason,
        Optional<Path> rejected,
        Optional<Earlier> earlier) {

    /** Without a reason and without earlier versions. */
    public FileOrder(Path path, SourceMapping mapping, boolean history, Optional<Path> rejected) {
        this(path, mapping, history, Optional.empty(), rejected, Optional.empty());
    }

    /**
     * Files taken in before that may have been called as this one is.
     *
     * @param files newest first
     * @param missing where what is gone from the newest version is written, made when there is any
     */
    public record Earlier(List<Path> files, Path missing) {
        public Earlier {
            files = List.copyOf(files);
        }
    }
}
