package cn.zhengai.server.command;

import cn.zhengai.collector.rejection.RejectionWorkbook;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.Kept;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rejections as a CSV file that Excel opens (UTF-8 with its mark): id, row, reason, sentence, then the row's own cells
 * under their own names, so that it can be put right and dropped again.
 */
final class RejectionExport {
    private static final List<String> FIRST = List.of("拒收编号", "行号", "原因", "说明");

    private static final long MOST_CELLS = 200_000;

    private RejectionExport() {}

    static long write(List<Kept> rejections, Path out) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        rejections.forEach(one -> columns.addAll(one.standing().columns().keySet()));
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try (Writer to = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            to.write('\ufeff');
            to.write(line(Stream.concat(FIRST.stream(), columns.stream())));
            for (Kept one : rejections) {
                Stream<String> said = Stream.of(
                        one.id().toString(),
                        Integer.toString(one.rejection().row()),
                        one.standing().reason().chinese(),
                        one.standing().detail());
                Stream<String> cells =
                        columns.stream().map(name -> one.standing().columns().getOrDefault(name, ""));
                to.write(line(Stream.concat(said, cells)));
            }
        }
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        return rejections.size();
    }

    static boolean isWorkbook(Path out) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** A workbook is made in memory. */
    static boolean isTooLarge(List<Kept> rejections) {
        return RejectionWorkbook.cells(rejections) > MOST_CELLS;
    }

    /** As {@link #write}, a line a row, with every reason marked at its cell. */
    static long writeWorkbook(List<Kept> rejections, Function<String, SourceMapping> mappings, Path out)
            throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        long rows;
        try (OutputStream to = Files.newOutputStream(part)) {
            rows = RejectionWorkbook.write(rejections, mappings, to);
        }
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }

    private static String line(Stream<String> cells) {
        return cells.map(RejectionExport::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
