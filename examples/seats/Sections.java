import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Lays out the catalogue for a file of seats: copies the one written by hand and lists the file's sections as its course
 * subjects, one file a department. The file itself stays where it is and is imported as it is.
 *
 * <p>Run: {@code java examples/seats/Sections.java FILE OUT_DIR [CATALOGUE_DIR]}. Writes {@code OUT_DIR/catalogue/} (a copy of
 * CATALOGUE_DIR, by default {@code examples/seats/catalogue}, with {@code subjects/*.yaml} added). Running it again gives
 * the same bytes.
 *
 * <p>A section begins on the day it is in the file first. It ends on the day it is in the file last when the file goes on
 * for more than a day without it: it was cancelled. Where it ever has {@value #LARGE} seats it is in the group 大课 (9999
 * seats mean no limit, not a large class).
 */
final class Sections {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final int LARGE = 60;
    private static final int NO_LIMIT = 9999;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Map<String, Map<String, Section>> departments = new TreeMap<>();
    private long newest;
    private long rows;

    private Sections() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            stop("用法：java examples/seats/Sections.java 选课数据文件 输出目录 [目录文件夹]");
        }
        Path file = Path.of(args[0]);
        Path catalogue = Path.of(args.length == 3 ? args[2] : "examples/seats/catalogue");
        if (!Files.isReadable(file)) {
            stop("没有找到 " + file + "：请把第一个参数改为选课数据 2022Summer1.csv.gz 所在的位置。");
        }
        if (!Files.isReadable(catalogue.resolve("college.yaml"))) {
            stop("在 " + catalogue + " 里没有找到 college.yaml：请在项目根目录运行，或用第三个参数指出 examples/seats/catalogue。");
        }
        Path out = Path.of(args[1]).resolve("catalogue");
        Sections sections = new Sections();
        sections.read(file);
        copy(catalogue, out);
        sections.write(Files.createDirectories(out.resolve("subjects")));
        int count = sections.departments.values().stream().mapToInt(Map::size).sum();
        System.out.println("共 " + sections.rows + " 行，" + count + " 个教学班，目录在 " + out + "。");
    }

    private static void stop(String message) {
        System.err.println(message);
        System.exit(2);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line.split(",", -1));
                rows++;
            }
        }
    }

    /** Columns time_ms, course, sec_code, sec_id, available, waitlist, total, enrolled; by time. */
    private void take(String[] row) {
        newest = Long.parseLong(row[0]);
        String department = row[1].substring(0, row[1].indexOf(' ')).toLowerCase(Locale.ROOT);
        departments
                .computeIfAbsent(department, d -> new TreeMap<>())
                .computeIfAbsent(row[3], id -> new Section(row[1] + " " + row[2], newest))
                .seen(newest, Integer.parseInt(row[6]));
    }

    private void write(Path folder) throws IOException {
        for (Map.Entry<String, Map<String, Section>> department : departments.entrySet()) {
            StringBuilder yaml = new StringBuilder("# 由 Sections.java 从选课数据写出，请勿手工修改。\nlevel: course\nunit: ")
                    .append(department.getKey())
                    .append("\nsubjects:\n");
            department.getValue().forEach((id, section) -> section.write(id, yaml));
            Files.writeString(folder.resolve(department.getKey() + ".yaml"), yaml);
        }
    }

    /** What the file knows of one. */
    private final class Section {
        private final String name;
        private final long first;
        private long last;
        private boolean large;

        Section(String name, long first) {
            this.name = name;
            this.first = first;
        }

        void seen(long at, int seats) {
            last = at;
            large |= seats >= LARGE && seats != NO_LIMIT;
        }

        void write(String id, StringBuilder yaml) {
            yaml.append("  - {id: \"").append(id).append("\", name: ").append(name).append(", from: ").append(day(first));
            if (newest - last > DAY) {
                yaml.append(", to: ").append(day(last));
            }
            yaml.append(large ? ", groups: [大课]}\n" : "}\n");
        }

        private LocalDate day(long at) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZONE);
        }
    }
}
