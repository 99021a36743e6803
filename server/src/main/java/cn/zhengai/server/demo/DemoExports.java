package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the business systems of a demo college export: one CSV a source and span of days, with the columns 质控点, 主体, 时间,
 * 数值, 分子, 分母. The same span gives the same bytes.
 */
final class DemoExports {
    /** The system that knows a level's figures, by level. */
    static final Map<Level, String> SYSTEMS = Map.of(
            Level.SCHOOL, "zktb",
            Level.PROGRAM, "jwxt",
            Level.COURSE, "jwxt",
            Level.TEACHER, "rsxt",
            Level.STUDENT, "xgxt");

    static final String HEADER = "质控点,主体,时间,数值,分子,分母\r\n";
    /** Of files that correct what was sent before. */
    static final String HEADER_WITH_REASON = "质控点,主体,时间,数值,分子,分母,更正原因\r\n";

    private final Catalogue catalogue;
    private final DemoCollege college;
    private final Story story;
    private final KeyTasks keyTasks;
    private final LiveWeek week;

    DemoExports(Catalogue catalogue, DemoCollege college, LiveWeek week) {
        this.catalogue = catalogue;
        this.college = college;
        this.story = new Story(college.dice(), college.quality());
        this.keyTasks = new KeyTasks(catalogue);
        this.week = week;
    }

    /** Writes the files of all days from {@code from} to the day before {@code until}; those without rows are left out. */
    List<Path> write(Path folder, LocalDate from, LocalDate until) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (String system : SYSTEMS.values().stream().distinct().sorted().toList()) {
            Path file = folder.resolve(system + "-" + from + ".csv");
            Path part = folder.resolve(file.getFileName() + ".part");
            if (writeSystem(part, system, from, until) > 0) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                files.add(file);
            } else {
                Files.delete(part);
            }
        }
        return files;
    }

    private long writeSystem(Path file, String system, LocalDate from, LocalDate until) throws IOException {
        List<ControlPoint> points = catalogue.points().values().stream()
                .filter(p -> p.enabled() && system.equals(SYSTEMS.get(p.level())))
                .toList();
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
                for (ControlPoint point : points) {
                    if (SchoolYear.read(point.cadence(), day)) {
                        rows += writePoint(out, point, day);
                    }
                }
            }
        }
        return rows;
    }

    private long writePoint(BufferedWriter out, ControlPoint point, LocalDate day) throws IOException {
        long rows = 0;
        for (Subject subject : catalogue.subjectsOf(point.level())) {
            if (point.appliesTo(subject)) {
                out.write(row(point.id(), subject.id(), day + " 18:00:00", figure(point, subject, day)));
                rows++;
            }
        }
        return rows;
    }

    /** What a series reads on a day. */
    Story.Figure figure(ControlPoint point, Subject subject, LocalDate day) {
        return point.id().equals(KeyTasks.POINT)
                ? keyTasks.figure(subject, day)
                : week.figure(point, subject, day)
                        .orElseGet(() -> story.figure(point, subject, college.departmentOf(subject.unit()), day));
    }

    /** A line with its end. */
    static String row(String point, String subject, String time, Story.Figure figure) {
        return point + "," + subject + "," + time + "," + figure.value() + "," + figure.numerator() + ","
                + figure.denominator() + "\r\n";
    }

    /** A line below {@link #HEADER_WITH_REASON}; without a comma in the reason. */
    static String row(String point, String subject, String time, Story.Figure figure, String reason) {
        String row = row(point, subject, time, figure);
        return row.substring(0, row.length() - 2) + "," + reason + "\r\n";
    }
}
