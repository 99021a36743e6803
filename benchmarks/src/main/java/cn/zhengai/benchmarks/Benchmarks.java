package cn.zhengai.benchmarks;

import cn.zhengai.benchmarks.process.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Runs benchmarks and enters what they measured in {@code benchmarks/RESULTS.md}. Arguments: names, or {@code all};
 * {@code --scale small} for a trial run, which is printed and not entered.
 */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new StartAndIdle(),
            new EvaluationAlone(),
            new StateOfWatched(),
            new BulkPush(),
            new JsonPush(),
            new CsvImport(),
            new PullSpeed(),
            new WorkbookDrop(),
            new ReadingToNotice(),
            new LintSpeed(),
            new ExplainSpeed(),
            new YearRollUp(),
            new LargeYearRollUp());

    private Benchmarks() {}

    /** Exit code 2 when an argument is not understood. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(Arrays.asList(arguments));
        Scale scale = scale(names);
        List<Benchmark> wanted = ALL.stream()
                .filter(b -> names.contains("all") || names.contains(b.name()))
                .toList();
        if (wanted.isEmpty()) {
            String known = ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
            System.err.println("usage: [--scale small|full] all, or any of: " + known);
            System.exit(2);
        }
        Path root = Checkout.root();
        System.out.println(Machine.text());
        for (Benchmark benchmark : wanted) {
            String load = Machine.load();
            List<Result> results = benchmark.run(scale);
            results.forEach(r -> System.out.println(String.join(" | ", r.cells())));
            if (scale == Scale.FULL) {
                enter(results, load, root);
            }
        }
    }

    private static Scale scale(List<String> arguments) {
        int at = arguments.indexOf("--scale");
        if (at < 0) {
            return Scale.FULL;
        }
        Scale scale = Scale.valueOf(arguments.get(at + 1).toUpperCase(Locale.ROOT));
        arguments.subList(at, at + 2).clear();
        return scale;
    }

    private static void enter(List<Result> results, String load, Path root) throws IOException {
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        String commit = Machine.commit(root);
        List<List<String>> rows = new ArrayList<>();
        for (Result result : results) {
            List<String> row = new ArrayList<>(result.cells());
            row.addAll(List.of("full", load, commit, today.toString()));
            rows.add(row);
        }
        new ResultsPage(root.resolve("benchmarks").resolve("RESULTS.md")).enter(rows, Machine.text());
    }
}
