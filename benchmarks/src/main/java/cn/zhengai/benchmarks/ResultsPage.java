package cn.zhengai.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page with the table. Between its two marks rows are replaced by name, so that one benchmark can be run again by
 * itself; what stands outside the marks is people's.
 */
final class ResultsPage {
    private static final String BEGIN = "<!-- table -->";
    private static final String END = "<!-- end of table -->";
    private static final String HEAD = """
            | what | goal | measured (median) | runs | of goal | | scale | load before | commit | day |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private final Path file;

    ResultsPage(Path file) {
        this.file = file;
    }

    /** Enters rows; new ones at the end. */
    void enter(List<List<String>> rows, String machine) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : "# Results\n\n" + BEGIN + "\n" + END + "\n";
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(file + " has lost its marks " + BEGIN + " and " + END);
        }
        Map<String, String> lines = new LinkedHashMap<>();
        page.substring(begin, end).lines().filter(ResultsPage::isRow).forEach(line -> lines.put(name(line), line));
        for (List<String> row : rows) {
            lines.put(row.get(0), "| " + String.join(" | ", row) + " |");
        }
        List<String> table = new ArrayList<>(lines.values());
        String middle = BEGIN + "\nMachine: " + machine + ".\n\n" + HEAD + String.join("\n", table) + "\n";
        Files.writeString(file, page.substring(0, begin) + middle + page.substring(end));
    }

    private static boolean isRow(String line) {
        return line.startsWith("| ") && !HEAD.contains(line);
    }

    private static String name(String line) {
        return line.substring(2, line.indexOf(" |", 2));
    }
}
