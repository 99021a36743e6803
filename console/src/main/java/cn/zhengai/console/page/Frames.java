package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.wording.Times;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the frame of a page: college, time, and the cycle asked for with {@code ?cycle=}, else the year that runs. */
public final class Frames {
    private static final Comparator<Cycle> NEWEST_FIRST =
            Comparator.comparing(Cycle::from).thenComparing(Cycle::id).reversed();

    private final Records records;
    private final String version;

    public Frames(Records records, String version) {
        this.records = records;
        this.version = version;
    }

    /** @param here address of the navigation's entry this page belongs to */
    public Frame of(Context ctx, String title, String here) {
        return of(title, here, new Asked(ctx).text("cycle"));
    }

    Frame of(String title, String here, Optional<String> asked) {
        Catalogue catalogue = records.catalogue().get();
        Instant now = records.time().instant();
        List<Cycle> cycles = cycles(catalogue);
        Cycle cycle = asked.flatMap(catalogue::cycle)
                .or(() -> Cycle.running(cycles, now, catalogue.zone()))
                .or(() -> Cycle.newest(cycles))
                .orElseGet(() -> calendarYear(now.atZone(catalogue.zone()).getYear()));
        return new Frame(title, here, catalogue.college(), cycle, cycles, new Times(catalogue.zone(), now), version);
    }

    /** Cycles with goals, or all when none has any. */
    private static List<Cycle> cycles(Catalogue catalogue) {
        List<Cycle> all =
                catalogue.cycles().values().stream().sorted(NEWEST_FIRST).toList();
        List<Cycle> withGoals = all.stream()
                .filter(c -> catalogue.goals().stream().anyMatch(g -> g.cycle().equals(c.id())))
                .toList();
        return withGoals.isEmpty() ? all : withGoals;
    }

    /** What a college without declared cycles lives in. */
    private static Cycle calendarYear(int year) {
        return new Cycle(
                Integer.toString(year),
                year + " 年度",
                Cycle.Kind.YEAR,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1));
    }
}
