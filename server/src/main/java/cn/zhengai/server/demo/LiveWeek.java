package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens in the live week of a demo college whatever the dice say, so that its mails tell the whole story: one course
 * is warned of and recovers; of two others the office corrects a figure afterwards, whereupon one warning is amended and
 * the other withdrawn; and some rows are no readings. In holidays, when nothing is read daily, only the last.
 */
final class LiveWeek {
    static final String POINT = "course.attendance";
    static final String CLEARED = "C011";
    static final String CORRECTED = "C042";
    static final String WITHDRAWN = "C077";
    private static final Story.Figure GOOD = new Story.Figure("", "47", "48");
    private static final Story.Figure BAD = new Story.Figure("", "40", "48");
    private static final int WEEK = 7;
    /** Days before, in which the three do well, so that nothing is left over. */
    private static final int QUIET = 21;

    private final LocalDate first;
    private final List<LocalDate> read;

    private LiveWeek(LocalDate first, List<LocalDate> read) {
        this.first = first;
        this.read = read;
    }

    /** @param first live day */
    static LiveWeek from(LocalDate first) {
        List<LocalDate> read = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(first.plusDays(WEEK)); day = day.plusDays(1)) {
            if (SchoolYear.teaching(day)) {
                read.add(day);
            }
        }
        return new LiveWeek(first, List.copyOf(read));
    }

    /** What a series reads; empty when the dice say. */
    Optional<Story.Figure> figure(ControlPoint point, Subject subject, LocalDate day) {
        boolean told = List.of(CLEARED, CORRECTED, WITHDRAWN).contains(subject.id())
                && point.id().equals(POINT)
                && !day.isBefore(first.minusDays(QUIET))
                && day.isBefore(first.plusDays(WEEK));
        return told ? Optional.of(bad(subject.id(), read.indexOf(day)) ? BAD : GOOD) : Optional.empty();
    }

    /** @param which of the days on which it is read, from 0; negative before the week */
    private boolean bad(String course, int which) {
        if (which < 0) {
            return false;
        }
        return switch (course) {
            case CLEARED -> which < 2;
            case WITHDRAWN -> which >= read.size() - 2;
            default -> true;
        };
    }

    /** Writes what the offices send after the week: corrections, and rows that are no readings. */
    List<Path> write(Path folder) throws IOException {
        List<String> teaching = new ArrayList<>();
        if (!read.isEmpty()) {
            teaching.add(corrected(CORRECTED, read.get(0), "签到机故障；按纸质签到补录"));
            teaching.add(corrected(WITHDRAWN, read.get(read.size() - 1), "集体外出实习误计为缺勤"));
        }
        String time = first + " 18:00:00";
        teaching.add(row(POINT, "C999", time, GOOD));
        teaching.add(row(POINT, "C012", time, new Story.Figure("", "54", "48")));
        teaching.add(row(POINT, "C013", first.getYear() + "/13/40", GOOD));
        teaching.add(row("course.homework-marked", "C014", time, new Story.Figure("96.5", "", "")));
        teaching.add(row("course.homework-marked", "C015", time, new Story.Figure("", "46", "0")));
        List<String> students = List.of(row("student.attendance", "S9999", time, GOOD));
        return List.of(file(folder, "jwxt", teaching), file(folder, "xgxt", students));
    }

    private Path file(Path folder, String system, List<String> rows) throws IOException {
        Path file = folder.resolve(system + "-" + first + "-补报更正.csv");
        return Files.writeString(file, DemoExports.HEADER_WITH_REASON + String.join("", rows));
    }

    private static String corrected(String subject, LocalDate day, String reason) {
        return DemoExports.row(POINT, subject, day + " 18:00:00", GOOD, reason);
    }

    private static String row(String point, String subject, String time, Story.Figure figure) {
        return DemoExports.row(point, subject, time, figure, "");
    }
}
