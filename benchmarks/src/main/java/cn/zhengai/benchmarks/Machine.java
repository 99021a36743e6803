package cn.zhengai.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured on. */
final class Machine {
    private Machine() {}

    /** One line. */
    static String text() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %s GB memory, Java %s (%s), %s %s",
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                Figures.text(Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1048576.0),
                System.getProperty("java.version"),
                System.getProperty("java.vm.vendor"),
                field("/etc/os-release", "PRETTY_NAME").replace("\"", ""),
                System.getProperty("os.arch"));
    }

    private static String field(String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.startsWith(name)) {
                return line.replaceFirst("^[^:=]*[:=]\\s*", "").strip();
            }
        }
        return "unknown";
    }

    /** Load of the last minute: above that of the benchmark itself, others were working too. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "%.1f", load);
    }

    /** The commit measured; with a plus when files differ from it. */
    static String commit(Path root) throws IOException {
        String head = git(root, "rev-parse", "--short", "HEAD");
        return head
                + (git(root, "status", "--porcelain", "--", ":!benchmarks/RESULTS.md")
                                .isEmpty()
                        ? ""
                        : "+");
    }

    private static String git(Path root, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
