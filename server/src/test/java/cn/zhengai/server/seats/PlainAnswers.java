package cn.zhengai.server.seats;

import cn.zhengai.server.seats.PlainSeries.Episode;
import cn.zhengai.server.seats.PlainSeries.Lines;
import cn.zhengai.server.seats.RawFile.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything the test asks, by plain counting over the raw file. */
final class PlainAnswers {
    static final String FILLED = "course.seats-filled";
    static final String WAITLIST = "course.waitlist";

    private static final long HIGHER_FROM =
            Instant.parse("2022-05-16T07:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, PlainSeries> filled = new TreeMap<>();
    private final Map<String, PlainSeries> waiting = new TreeMap<>();
    private final Map<String, String> departmentOf = new TreeMap<>();
    private final Map<String, Long> lastAt = new TreeMap<>();
    /** Lines of the file, from 1 for the header, whose section has no seats at all. */
    final List<Integer> seatless = new ArrayList<>();

    long unlimited;
    private long newest;

    private PlainAnswers() {}

    static PlainAnswers ofTheFile() throws IOException {
        Set<String> large = new TreeSet<>();
        RawFile.forEach(row -> {
            if (row.hasShare() && row.total() >= 60) {
                large.add(row.section());
            }
        });
        PlainAnswers answers = new PlainAnswers();
        int[] line = {1};
        RawFile.forEach(row -> answers.take(row, large.contains(row.section()), ++line[0]));
        return answers;
    }

    private void take(Row row, boolean large, int line) {
        newest = row.at();
        departmentOf.put(row.section(), row.department());
        lastAt.put(row.section(), row.at());
        waiting.computeIfAbsent(row.section(), s -> new PlainSeries(new Waiting(), large))
                .add(row.at(), row.waitlist(), 1);
        if (row.total() == 0) {
            seatless.add(line);
        } else if (row.total() == 9999) {
            unlimited++;
        } else {
            filled.computeIfAbsent(row.section(), s -> new PlainSeries(new Filled(), large))
                    .add(row.at(), row.enrolled(), row.total());
        }
    }

    Map<String, PlainSeries> of(String point) {
        return point.equals(FILLED) ? filled : waiting;
    }

    long readings() {
        return filled.values().stream().mapToLong(PlainSeries::size).sum()
                + waiting.values().stream().mapToLong(PlainSeries::size).sum();
    }

    /** Of the sections that are still there on the last day. */
    List<Episode> episodes() {
        List<Episode> all = new ArrayList<>();
        for (String point : List.of(FILLED, WAITLIST)) {
            of(point).forEach((section, series) -> {
                if (newest - lastAt.getOrDefault(section, 0L) <= DAY) {
                    all.addAll(series.episodes(point, section));
                }
            });
        }
        return all;
    }

    /** Percent of a department, cut to ten decimals. */
    BigDecimal achievement(String department) {
        BigDecimal used = achievedByUse(department);
        BigDecimal waits = share(department, waiting, s -> s.lastTop() <= (s.isLarge() ? 15 : 5));
        BigDecimal sum = used.multiply(BigDecimal.valueOf(60));
        if (department.equals("MATH")) {
            BigDecimal full = share(department, filled, s -> 100 * s.sumTop >= 90 * s.sumBottom);
            sum = sum.add(full.multiply(BigDecimal.valueOf(20))).add(waits.multiply(BigDecimal.valueOf(20)));
        } else {
            sum = sum.add(waits.multiply(BigDecimal.valueOf(40)));
        }
        return sum.divide(HUNDRED, MathContext.DECIMAL128).setScale(10, RoundingMode.DOWN);
    }

    private BigDecimal achievedByUse(String department) {
        long top = 0;
        long bottom = 0;
        for (Map.Entry<String, PlainSeries> one : filled.entrySet()) {
            if (department.equals(departmentOf.get(one.getKey()))) {
                top += one.getValue().sumTop;
                bottom += one.getValue().sumBottom;
            }
        }
        return BigDecimal.valueOf(100 * 100 * top)
                .divide(BigDecimal.valueOf(90 * bottom), MathContext.DECIMAL128)
                .min(HUNDRED);
    }

    /** Percent of all sections of a department, also of those that say nothing about it. */
    private BigDecimal share(String department, Map<String, PlainSeries> series, Meets meets) {
        long all = departmentOf.values().stream().filter(department::equals).count();
        long met = series.entrySet().stream()
                .filter(e -> department.equals(departmentOf.get(e.getKey())) && meets.of(e.getValue()))
                .count();
        return BigDecimal.valueOf(100 * met).divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
    }

    private interface Meets {
        boolean of(PlainSeries series);
    }

    private record Filled() implements Lines {
        @Override
        public int gravity(long at, boolean large, int top, int bottom) {
            boolean higher = at >= HIGHER_FROM;
            long percent = 100L * top;
            if (percent < (higher ? 40L : 30L) * bottom) {
                return 3;
            }
            return percent >= (higher ? 70L : 60L) * bottom ? 0 : 1;
        }

        @Override
        public long holdMillis() {
            return 5 * DAY;
        }

        @Override
        public long calmMillis() {
            return DAY / 2;
        }
    }

    private record Waiting() implements Lines {
        @Override
        public int gravity(long at, boolean large, int top, int bottom) {
            if (top > (large ? 30 : 10)) {
                return 3;
            }
            return top > (large ? 15 : 5) ? 2 : 0;
        }

        @Override
        public long holdMillis() {
            return DAY / 12;
        }

        @Override
        public long calmMillis() {
            return DAY / 12;
        }
    }
}
