package cn.zhengai.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the business systems of a demo college have exported: two years of history at first, the last week of it as
 * live readings, later the days since the last start.
 */
final class DemoFeed {
    private static final int LIVE_DAYS = 7;
    private static final int YEARS = 2;
    private final Path place;
    private final LocalDate next;
    private final LocalDate live;
    private final LocalDate today;

    private DemoFeed(Path place, LocalDate next, LocalDate live, LocalDate today) {
        this.place = place;
        this.next = next;
        this.live = live;
        this.today = today;
    }

    /**
     * As it stands.
     *
     * @param place the file that remembers the first day not yet exported and, behind it, the first live day, which
     *     stays what it was at the first start: history that was broken off goes on as history
     * @param today the first day that is not told yet
     */
    static DemoFeed open(Path place, LocalDate today) throws IOException {
        if (!Files.exists(place)) {
            return new DemoFeed(place, today.minusYears(YEARS), today.minusDays(LIVE_DAYS), today);
        }
        String[] days = Files.readString(place).trim().split(" ");
        LocalDate next = LocalDate.parse(days[0]);
        return new DemoFeed(place, next, LocalDate.parse(days[days.length - 1]), today);
    }

    /** A span of days to export; history tells nobody. */
    record Span(LocalDate from, LocalDate until, boolean history) {}

    /** The first day whose readings are live; stays what it was at the first start. */
    LocalDate live() {
        return live;
    }

    /** What is still to come up to and without today, history month by month, oldest first. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        LocalDate from = next;
        while (from.isBefore(live)) {
            LocalDate month = from.withDayOfMonth(1).plusMonths(1);
            LocalDate until = month.isBefore(live) ? month : live;
            spans.add(new Span(from, until, true));
            from = until;
        }
        if (from.isBefore(today)) {
            spans.add(new Span(from, today, false));
        }
        return spans;
    }

    /** Remembers that all days before {@code day} are taken in. */
    void reached(LocalDate day) throws IOException {
        Path part = place.resolveSibling(place.getFileName() + ".part");
        Files.writeString(part, day + " " + live + "\n");
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    }
}
