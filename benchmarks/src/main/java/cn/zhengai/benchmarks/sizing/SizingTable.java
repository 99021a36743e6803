package cn.zhengai.benchmarks.sizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The sizing table of README, between two marks, computed from {@code benchmarks/sizing.properties}.
 *
 * <p>{@code java cn.zhengai.benchmarks.sizing.SizingTable}, run in the checkout, writes it anew.
 */
public final class SizingTable {
    static final String BEGIN = "<!-- sizing -->\n";
    static final String END = "<!-- end of sizing -->\n";
    private static final long[] COLLEGES = {1, 5, 20, 100};
    private static final String HEAD = """
            | colleges | students | series | busiest readings/s | warners | recorders | InfluxDB servers | Kafka | InfluxDB |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    private final Rates rates;

    SizingTable(Rates rates) {
        this.rates = rates;
    }

    /** Rewrites README.md of the folder it is run in. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : "");
        Path readme = root.resolve("README.md");
        SizingTable table = new SizingTable(Rates.read(root.resolve("benchmarks/sizing.properties")));
        Files.writeString(readme, table.within(Files.readString(readme)));
    }

    /** A page with the table in place of what stands between its marks. */
    String within(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the page has lost its marks " + BEGIN + END);
        }
        return page.substring(0, begin + BEGIN.length()) + text() + page.substring(end);
    }

    /** Table, and how its figures are known. */
    String text() {
        String rows = LongStream.of(COLLEGES)
                .mapToObj(colleges -> Need.of(colleges, rates))
                .map(need -> "| " + String.join(" | ", need.cells(rates)) + " |\n")
                .collect(Collectors.joining());
        return HEAD + rows + "\n" + sources() + "\n";
    }

    private String sources() {
        return List.of(Rates.Known.values()).stream()
                .map(this::source)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String source(Rates.Known known) {
        String figures = rates.all().entrySet().stream()
                .filter(rate -> rate.getValue().known() == known)
                .map(rate -> "`" + rate.getKey() + "` " + rate.getValue().figure())
                .collect(Collectors.joining(", "));
        if (figures.isEmpty()) {
            return "";
        }
        return switch (known) {
            case MEASURED -> "Measured: " + figures + ".";
            case GOAL -> "**Goals that are not measured yet**: " + figures + ".";
            case ASSUMED -> "Assumed: " + figures + ".";
        };
    }
}
