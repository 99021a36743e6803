import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Plays the learning system of the Open University (OULAD): turns its raw tables into the files such a system exports
 * for a quality office, one per presentation and kind, and lists its courses and students as catalogue subjects.
 *
 * <p>Run: {@code java examples/oulad/Export.java RAW_DIR OUT_DIR [CATALOGUE_DIR]}. Writes {@code OUT_DIR/drop/in/*.csv} and
 * {@code OUT_DIR/catalogue/} (a copy of CATALOGUE_DIR, by default {@code examples/oulad/catalogue}, with
 * {@code subjects/*.yaml} added). Running it again gives the same bytes. What each figure means stands in README.md.
 *
 * <p>Days are offsets from the first day of a presentation, which is 1 February (B) or 1 October (J) of its year.
 */
final class Export {
    /** The modules whose activity the data set holds at full length; only their students are exported. */
    private static final Set<String> WITH_STUDENTS = Set.of("AAA", "GGG");

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Path raw;
    private final Path out;
    private final Map<String, Presentation> presentations = new TreeMap<>();
    private final Map<String, Assessment> assessments = new HashMap<>();

    private Export(Path raw, Path out) {
        this.raw = raw;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            stop("用法：java examples/oulad/Export.java 原始数据目录 输出目录 [目录文件夹]");
        }
        Path raw = Path.of(args[0]);
        Path catalogue = Path.of(args.length == 3 ? args[2] : "examples/oulad/catalogue");
        if (!Files.isReadable(raw.resolve("courses.csv"))) {
            stop("在 " + raw + " 里没有找到 courses.csv：请把第一个参数改为 OULAD 原始数据所在的目录。");
        }
        if (!Files.isReadable(catalogue.resolve("college.yaml"))) {
            stop("在 " + catalogue + " 里没有找到 college.yaml：请在项目根目录运行，或用第三个参数指出 examples/oulad/catalogue。");
        }
        Export export = new Export(raw, Path.of(args[1]));
        copy(catalogue, export.out.resolve("catalogue"));
        export.read();
        export.write();
        System.out.println("已导出 " + export.presentations.size() + " 次开课，文件在 " + args[1] + "。");
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

    // --- reading the raw tables; their columns stand in the order of the arrays ---

    private void read() throws IOException {
        rows("courses.csv", c -> {
            Presentation made = new Presentation(c[0], c[1], Integer.parseInt(c[2]));
            presentations.put(made.id(), made);
        });
        rows("studentRegistration.csv.gz", c -> {
            if (!c[3].isEmpty()) {
                int until = c[4].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(c[4]);
                presentation(c).stays.put(c[2], new Stay(Integer.parseInt(c[3]), until));
            }
        });
        rows("studentInfo.csv.gz", c -> presentation(c).outcomes.put(c[2], c[11]));
        rows("assessments.csv", c -> {
            Presentation of = presentation(c);
            int due = c[4].isEmpty() ? of.length : Integer.parseInt(c[4]);
            Assessment made = new Assessment(Integer.parseInt(c[2]), c[3], due, of);
            of.assessments.add(made);
            assessments.put(c[2], made);
        });
        rows("studentAssessment.csv.gz", c -> {
            Result result = new Result(c[1], Integer.parseInt(c[2]), c[4]);
            assessments.get(c[0]).results.add(result);
        });
        rows("studentVle-AAA-GGG.csv.gz", c -> {
            int day = Integer.parseInt(c[4]);
            if (day >= 0) {
                presentation(c).clicks.computeIfAbsent(c[2], s -> new BitSet()).set(day);
            }
        });
    }

    private Presentation presentation(String[] row) {
        return presentations.get(row[0] + "-" + row[1]);
    }

    private void rows(String file, RowReader reader) throws IOException {
        try (InputStream bytes = Files.newInputStream(raw.resolve(file));
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.row(line.split(",", -1));
            }
        }
    }

    // --- writing the files ---

    private void write() throws IOException {
        Files.createDirectories(out.resolve("drop/in"));
        Files.createDirectories(out.resolve("catalogue/subjects"));
        writeCourses();
        for (Presentation p : presentations.values()) {
            p.assessments.sort(Comparator.comparing(Assessment::due).thenComparing(Assessment::id));
            writeHomework(p);
            writeOutcome(p);
            writeWithdrawn(p);
            if (WITH_STUDENTS.contains(p.module)) {
                writeStudents(p);
                writeActive(p);
                writeWeeks(p);
                writeScores(p);
            }
        }
    }

    private void writeCourses() throws IOException {
        try (PrintWriter yaml = file("catalogue/subjects/courses.yaml", StandardCharsets.UTF_8)) {
            yaml.print("# 由 Export.java 生成，请勿手改\nlevel: course\nsubjects:\n");
            for (Presentation p : presentations.values()) {
                String groups = WITH_STUDENTS.contains(p.module) ? ", groups: [有学习行为记录]" : "";
                yaml.print("  - {id: " + p.id() + ", name: " + p.name() + ", unit: " + p.unit() + groups + "}\n");
            }
        }
    }

    private void writeStudents(Presentation p) throws IOException {
        try (PrintWriter yaml = file("catalogue/subjects/students-" + p.id() + ".yaml", StandardCharsets.UTF_8)) {
            yaml.print("# 由 Export.java 生成，请勿手改\nlevel: student\nunit: " + p.unit() + "\nsubjects:\n");
            for (String student : p.outcomes.keySet()) {
                yaml.print("  - {id: " + student + "-" + p.id() + ", name: 学生 " + student + "（" + p.id() + "）}\n");
            }
        }
    }

    /** Of those registered on a day, how many clicked on anything that day. */
    private void writeActive(Presentation p) throws IOException {
        try (PrintWriter csv = file("drop/in/active-" + p.id() + ".csv", StandardCharsets.UTF_8)) {
            csv.print("课程代码,开课学期,日期,活跃人数,在册人数\r\n");
            for (int day = 0; day < p.length; day++) {
                int at = day;
                long active = p.clicks.entrySet().stream()
                        .filter(e -> e.getValue().get(at) && p.present(e.getKey(), at))
                        .count();
                csv.print(p.row(p.date(day).toString(), active, p.present(day)));
            }
        }
    }

    /** By due date: tutor-marked work handed in by then (empty on a day without any), and all scores of what was due. */
    private void writeHomework(Presentation p) throws IOException {
        Map<Integer, List<Assessment>> byDue = new TreeMap<>();
        p.assessments.forEach(a -> byDue.computeIfAbsent(a.due, d -> new ArrayList<>()).add(a));
        try (PrintWriter csv = file("drop/in/homework-" + p.id() + ".csv", StandardCharsets.UTF_8)) {
            csv.print("课程代码,开课学期,应交日期,应交人数,按时提交人数,总分,有成绩人数\r\n");
            byDue.forEach((due, all) -> {
                List<Assessment> marked = all.stream().filter(a -> a.type.equals("TMA")).toList();
                Object expected = marked.isEmpty() ? "" : marked.size() * p.present(due);
                Object inTime = marked.isEmpty() ? "" : marked.stream().mapToLong(Assessment::inTime).sum();
                long total = all.stream().mapToLong(Assessment::total).sum();
                long count = all.stream().mapToLong(Assessment::scored).sum();
                String day = p.date(due).format(DateTimeFormatter.ofPattern("yyyy/M/d"));
                csv.print(p.row(day, expected, inTime, total, count));
            });
        }
    }

    /** At the end: passed (with or without distinction) among those who did not withdraw. */
    private void writeOutcome(Presentation p) throws IOException {
        try (PrintWriter csv = file("drop/in/outcome-" + p.id() + ".csv", GB18030)) {
            csv.print("课程代码,开课学期,结课日期,参加考核人数,通过人数\r\n");
            long stayed = p.outcomes.values().stream().filter(o -> !o.equals("Withdrawn")).count();
            long passed = p.outcomes.values().stream()
                    .filter(o -> o.equals("Pass") || o.equals("Distinction"))
                    .count();
            String day = p.date(p.length).format(DateTimeFormatter.ofPattern("yyyy年M月d日"));
            csv.print(p.row(day, stayed, passed));
        }
    }

    /** After every full week: of all who had registered by then, how many had withdrawn by then. */
    private void writeWithdrawn(Presentation p) throws IOException {
        try (PrintWriter csv = file("drop/in/withdrawn-" + p.id() + ".csv", StandardCharsets.UTF_8)) {
            csv.print("\uFEFF课程代码,开课学期,统计日期,累计注册人数,累计退课人数\r\n");
            for (int day = 7; day <= p.length; day += 7) {
                int at = day;
                List<Stay> known = p.stays.values().stream().filter(s -> s.from <= at).toList();
                long gone = known.stream().filter(s -> s.until <= at).count();
                csv.print(p.row(p.date(day).toString(), known.size(), gone));
            }
        }
    }

    /** Every full week of every student registered on its last day: on how many of its days they clicked on anything. */
    private void writeWeeks(Presentation p) throws IOException {
        try (PrintWriter csv = file("drop/in/weeks-" + p.id() + ".csv", StandardCharsets.UTF_8)) {
            csv.print("学号,课程代码,开课学期,周末日期,活跃天数\r\n");
            for (int last = 6; last < p.length; last += 7) {
                for (String student : p.stays.keySet()) {
                    if (p.present(student, last)) {
                        BitSet days = p.clicks.getOrDefault(student, new BitSet());
                        int active = days.get(last - 6, last + 1).cardinality();
                        csv.print(student + "," + p.row(p.date(last).toString(), active));
                    }
                }
            }
        }
    }

    /** Every score. Only days are known: the n-th piece of work of a presentation is given the n-th minute of its day. */
    private void writeScores(Presentation p) throws IOException {
        try (PrintWriter csv = file("drop/in/scores-" + p.id() + ".csv", StandardCharsets.UTF_8)) {
            csv.print("学号,课程代码,开课学期,提交时间,作业编号,成绩\r\n");
            DateTimeFormatter minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
            for (int n = 0; n < p.assessments.size(); n++) {
                Assessment assessment = p.assessments.get(n);
                for (Result r : assessment.results) {
                    String at = p.date(r.day).atTime(0, n + 1).format(minute);
                    csv.print(r.student + "," + p.row(at, assessment.id, r.score));
                }
            }
        }
    }

    private PrintWriter file(String name, Charset charset) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(out.resolve(name), charset));
    }

    private interface RowReader {
        void row(String[] cells);
    }

    /** One module taught in one term; students by number, as text. */
    private static final class Presentation {
        final String module;
        final String term;
        final int length;
        final Map<String, Stay> stays = new TreeMap<>();
        final Map<String, String> outcomes = new TreeMap<>();
        final List<Assessment> assessments = new ArrayList<>();
        final Map<String, BitSet> clicks = new HashMap<>();

        Presentation(String module, String term, int length) {
            this.module = module;
            this.term = term;
            this.length = length;
        }

        String id() {
            return module + "-" + term;
        }

        String unit() {
            return "kc-" + module.toLowerCase(java.util.Locale.ROOT);
        }

        String name() {
            return module + " 课程（" + term.substring(0, 4) + (term.endsWith("B") ? " 年 2 月" : " 年 10 月") + "开课）";
        }

        LocalDate date(int day) {
            int year = Integer.parseInt(term.substring(0, 4));
            return LocalDate.of(year, term.endsWith("B") ? 2 : 10, 1).plusDays(day);
        }

        boolean present(String student, int day) {
            Stay stay = stays.get(student);
            return stay != null && stay.covers(day);
        }

        long present(int day) {
            return stays.values().stream().filter(s -> s.covers(day)).count();
        }

        String row(Object... cells) {
            StringBuilder line = new StringBuilder(module).append(',').append(term);
            for (Object cell : cells) {
                line.append(',').append(cell);
            }
            return line.append("\r\n").toString();
        }
    }

    /** Registered from a day on, and gone from a day on. Who has no day of registration is never registered. */
    private record Stay(int from, int until) {
        boolean covers(int day) {
            return from <= day && day < until;
        }
    }

    /** An exam without a date is due on the last day. */
    private record Assessment(int id, String type, int due, Presentation of, List<Result> results) {
        Assessment(int id, String type, int due, Presentation of) {
            this(id, type, due, of, new ArrayList<>());
        }

        long inTime() {
            return results.stream()
                    .filter(r -> r.day <= due && of.present(r.student, due))
                    .count();
        }

        long total() {
            return results.stream().filter(r -> !r.score.isEmpty()).mapToLong(r -> Long.parseLong(r.score)).sum();
        }

        long scored() {
            return results.stream().filter(r -> !r.score.isEmpty()).count();
        }
    }

    /** @param score as it stands in the table; 173 are empty */
    private record Result(String student, int day, String score) {}
}
