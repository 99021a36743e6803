package cn.zhengai.server.letters;

import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Letters as a table: a workbook, or CSV that Excel opens (UTF-8 with its mark). */
final class LetterTable {
    /** Characters a cell of a workbook holds. */
    private static final int CELL = 32_767;

    /** What XML cannot hold. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]");

    private LetterTable() {}

    static void write(List<DeadLetter> letters, Path out) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        if (out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            workbook(letters, part);
        } else {
            csv(letters, part);
        }
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void workbook(List<DeadLetter> letters, Path out) throws IOException {
        try (OutputStream to = Files.newOutputStream(out);
                Workbook book = new Workbook(to, "zhengai", "1.0")) {
            Worksheet sheet = book.newWorksheet("死信");
            row(sheet, 0, LetterText.COLUMNS);
            sheet.range(0, 0, 0, LetterText.COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int i = 0; i < letters.size(); i++) {
                row(sheet, i + 1, LetterText.cells(letters.get(i)));
            }
        }
    }

    private static void row(Worksheet sheet, int number, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = UNSEEN.matcher(cells.get(i)).replaceAll("\ufffd");
            sheet.value(number, i, cell.length() > CELL ? cell.substring(0, CELL) : cell);
        }
    }

    private static void csv(List<DeadLetter> letters, Path out) throws IOException {
        try (Writer to = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            to.write('\ufeff');
            to.write(line(LetterText.COLUMNS));
            for (DeadLetter letter : letters) {
                to.write(line(LetterText.cells(letter)));
            }
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(LetterTable::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
