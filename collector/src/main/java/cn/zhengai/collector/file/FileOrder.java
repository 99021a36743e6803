package cn.zhengai.collector.file;

import cn.zhengai.core.catalogue.SourceMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to be taken in.
 *
 * @param history backfill: tells nobody
 * @param reason why its values are sent, for rows that do not say so themselves; empty when nobody said
 * @param rejected where rejected rows are written, made when there are any; empty: to the ledger alone
 */
public record FileOrder(Path path, SourceMapping mapping, boolean history, Optional<String> reason, Optional<Path> rejected) {

    /** Without a reason. */
    public FileOrder(Path path, SourceMapping mapping, boolean history, Optional<Path> rejected) {
        this(path, mapping, history, Optional.empty(), rejected);
    }
}
