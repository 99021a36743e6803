package cn.zhengai.collector.file;

import cn.zhengai.collector.intake.Outcomes;
import cn.zhengai.core.reading.Rejection;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes rejected rows to a CSV file that Excel opens (UTF-8 with its mark): row, reason, sentence, and the row's own
 * cells under their own names, so that it can be put right and dropped again. No rejection, no file. For one thread.
 */
final class RejectedRows implements Outcomes, AutoCloseable {
    private final Optional<Path> path;
    private final List<String> header;
    private final Supplier<List<String>> cells;
    private @Nullable CsvWriter writer;

    /**
     * @param path where they go; empty: nowhere
     * @param cells those of the row being judged
     */
    RejectedRows(Optional<Path> path, List<String> header, Supplier<List<String>> cells) {
        this.path = path;
        this.header = header;
        this.cells = cells;
    }

    @Override
    public void rejected(Rejection rejection) {
        if (path.isEmpty()) {
            return;
        }
        try {
            CsvWriter out = writer == null ? open(path.get()) : writer;
            writer = out;
            List<String> line = new ArrayList<>();
            line.add(Integer.toString(rejection.row()));
            line.add(rejection.reason().name());
            line.add(rejection.detail());
            line.addAll(cells.get());
            out.writeRecord(line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private CsvWriter open(Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        Writer file = Files.newBufferedWriter(to, StandardCharsets.UTF_8);
        file.write('\ufeff');
        CsvWriter opened = CsvWriter.builder().build(file);
        List<String> names = new ArrayList<>(List.of("行号", "原因", "说明"));
        names.addAll(header);
        opened.writeRecord(names);
        return opened;
    }

    @Override
    public void judged(int row, int accepted, int rejected) {
        // only rejections are written
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
