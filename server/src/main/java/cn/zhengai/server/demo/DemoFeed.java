package cn.zhengai.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the business systems of a demo college have exported: two years of history at first, the last week of it as
 * live readings, later the days since the last start.
 */
final class DemoFeed {
    private static final int LIVE_DAYS = 7;
    private static final int YEARS = 2;
    private final Path place;

    /** @param place the file that remembers the first day not yet exported */
    DemoFeed(Path place) {
        this.place = place;
    }

    /** A span of days to export; history tells nobody. */
    record Span(LocalDate from, LocalDate until, boolean history) {}

    /** What is still to come up to and without {@code today}, month by month, oldest first. */
    List<Span> spans(LocalDate today) throws IOException {
        List<Span> spans = new ArrayList<>();
        Optional<LocalDate> reached = reached();
        LocalDate live = reached.orElse(today.minusDays(LIVE_DAYS));
        if (reached.isEmpty()) {
            for (LocalDate from = today.minusYears(YEARS); from.isBefore(live); ) {
                LocalDate month = from.withDayOfMonth(1).plusMonths(1);
                LocalDate until = month.isBefore(live) ? month : live;
                spans.add(new Span(from, until, true));
                from = until;
            }
        }
        if (live.isBefore(today)) {
            spans.add(new Span(live, today, false));
        }
        return spans;
    }

    /** Remembers that all days before {@code day} are taken in. */
    void reached(LocalDate day) throws IOException {
        Files.writeString(place, day + "\n");
    }

    private Optional<LocalDate> reached() throws IOException {
        return Files.exists(place)
                ? Optional.of(LocalDate.parse(Files.readString(place).trim()))
                : Optional.empty();
    }
}
