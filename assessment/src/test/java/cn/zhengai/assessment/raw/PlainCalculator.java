package cn.zhengai.assessment.raw;

import cn.zhengai.assessment.raw.RawCollege.RawGoal;
import cn.zhengai.assessment.raw.RawCollege.RawLines;
import cn.zhengai.assessment.raw.RawCollege.RawPoint;
import cn.zhengai.assessment.raw.RawCollege.RawReading;
import cn.zhengai.assessment.raw.RawCollege.RawSubject;
import cn.zhengai.assessment.raw.RawCollege.RawTask;
import cn.zhengai.assessment.raw.RawCollege.RawUnit;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Achievement by plain loops over raw readings. Written from the domain page alone: uses nothing of the product, keeps
 * every number as two whole numbers and never reduces them.
 */
public final class PlainCalculator {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private final RawCollege college;
    private final long asOf;
    private final LocalDate today;

    public PlainCalculator(RawCollege college, long asOf) {
        this.college = college;
        this.asOf = asOf;
        this.today = Instant.ofEpochMilli(asOf).atZone(RawCollege.ZONE).toLocalDate();
    }

    /** Top / bottom, bottom positive. */
    public record Quotient(BigInteger top, BigInteger bottom) {
        static Quotient of(long top, long bottom) {
            return new Quotient(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
        }

        boolean atLeast(Quotient other) {
            return top.multiply(other.bottom).compareTo(other.top.multiply(bottom)) >= 0;
        }

        Quotient plus(Quotient other) {
            return new Quotient(
                    top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
        }

        Quotient times(Quotient other) {
            return new Quotient(top.multiply(other.top), bottom.multiply(other.bottom));
        }

        Quotient over(Quotient other) {
            return new Quotient(top.multiply(other.bottom), bottom.multiply(other.top));
        }
    }

    /** Achievement of a unit, unknown goals as 0, or without them; empty when there is nothing to divide by. */
    public Optional<Quotient> achievement(String unit, boolean unknownAsZero) {
        Quotient top = Quotient.of(0, 1);
        Quotient bottom = Quotient.of(0, 1);
        for (RawGoal goal : college.goals) {
            if (goal.unit().equals(unit)) {
                Optional<Quotient> one = achievement(goal);
                Quotient weight = Quotient.of(goal.weightTop(), goal.weightBottom());
                if (one.isPresent()) {
                    top = top.plus(weight.times(one.get()));
                }
                if (one.isPresent() || unknownAsZero) {
                    bottom = bottom.plus(weight);
                }
            }
        }
        if (bottom.top().signum() == 0) {
            return Optional.empty();
        }
        Quotient mean = top.over(bottom);
        return Optional.of(mean.atLeast(Quotient.of(100, 1)) ? Quotient.of(100, 1) : mean);
    }

    public String grade(Quotient achievement) {
        if (achievement.atLeast(Quotient.of(90, 1))) {
            return "达标";
        }
        return achievement.atLeast(Quotient.of(80, 1)) ? "基本达标" : "不达标";
    }

    /** Achievement of a goal; empty when unknown. */
    public Optional<Quotient> achievement(RawGoal goal) {
        if (goal.kind().equals("tasks")) {
            int done = 0;
            for (RawTask task : goal.tasks()) {
                if (task.done().isPresent() && !task.done().get().isAfter(today)) {
                    done++;
                }
            }
            return Optional.of(Quotient.of(100L * done, goal.tasks().size()));
        }
        RawPoint point = college.points.stream()
                .filter(p -> p.id().equals(goal.point()))
                .findFirst()
                .orElseThrow();
        return goal.kind().equals("met") ? met(goal, point) : ratio(goal, point);
    }

    private Optional<Quotient> met(RawGoal goal, RawPoint point) {
        int all = 0;
        int read = 0;
        int met = 0;
        for (RawSubject subject : members(goal.unit(), point)) {
            all++;
            Optional<Quotient> value = value(point, subject);
            if (value.isPresent()) {
                read++;
                long line = goal.wanted().orElseGet(() -> lines(point, subject).standard());
                met += meets(point, value.get(), line) ? 1 : 0;
            }
        }
        return read == 0 ? Optional.empty() : Optional.of(Quotient.of(100L * met, all));
    }

    private static boolean meets(RawPoint point, Quotient value, long line) {
        Quotient wanted = Quotient.of(line, 1_000_000);
        return point.higher() ? value.atLeast(wanted) : wanted.atLeast(value);
    }

    private Optional<Quotient> ratio(RawGoal goal, RawPoint point) {
        Optional<Quotient> actual = group(goal.unit(), point);
        if (actual.isEmpty()) {
            return Optional.empty();
        }
        Quotient a = actual.get();
        Quotient target = Quotient.of(goal.target(), 1_000_000);
        Quotient cap = Quotient.of(goal.cap(), 1_000_000);
        Quotient hundred = Quotient.of(100, 1);
        Quotient percent;
        if (point.higher() || point.rollUp().equals("SHARE_MET")) {
            percent = hundred.times(a).over(target);
        } else {
            percent = target.atLeast(a) ? hundred : hundred.times(target).over(a);
        }
        return Optional.of(percent.atLeast(cap) ? cap : percent);
    }

    /** Of all subjects under a unit over the cycle; empty when none has a reading. */
    public Optional<Quotient> group(String unit, RawPoint point) {
        List<Quotient> values = new ArrayList<>();
        BigInteger numerators = BigInteger.ZERO;
        BigInteger denominators = BigInteger.ZERO;
        int all = 0;
        int met = 0;
        for (RawSubject subject : members(unit, point)) {
            all++;
            Optional<Quotient> value = value(point, subject);
            if (value.isPresent()) {
                values.add(value.get());
                met += meets(point, value.get(), lines(point, subject).standard()) ? 1 : 0;
                for (RawReading r : inForce(point, subject)) {
                    numerators = numerators.add(BigInteger.valueOf(r.numerator()));
                    denominators = denominators.add(BigInteger.valueOf(r.denominator()));
                }
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (point.rollUp()) {
                    case "RATIO" -> new Quotient(numerators.multiply(BigInteger.valueOf(point.scale())), denominators);
                    case "SHARE_MET" -> Quotient.of(100L * met, all);
                    case "LAST" -> lastOfAll(unit, point).orElseGet(() -> fold("MEAN", values));
                    default -> fold(point.rollUp(), values);
                });
    }

    /** Last numerators over last denominators; empty when somebody's last value has none. Call when something was read. */
    private Optional<Quotient> lastOfAll(String unit, RawPoint point) {
        long top = 0;
        long bottom = 0;
        for (RawSubject subject : members(unit, point)) {
            List<RawReading> readings = inForce(point, subject);
            if (!readings.isEmpty()) {
                RawReading last = newest(readings);
                if (last.denominator() == 0) {
                    return Optional.empty();
                }
                top += last.numerator();
                bottom += last.denominator();
            }
        }
        return Optional.of(Quotient.of(point.scale() * top, bottom));
    }

    private static RawReading newest(List<RawReading> readings) {
        RawReading newest = readings.get(0);
        for (RawReading r : readings) {
            newest = r.at() > newest.at() ? r : newest;
        }
        return newest;
    }

    private static Quotient fold(String rollUp, List<Quotient> values) {
        Quotient sum = Quotient.of(0, 1);
        Quotient lowest = values.get(0);
        Quotient highest = values.get(0);
        for (Quotient value : values) {
            sum = sum.plus(value);
            lowest = value.atLeast(lowest) ? lowest : value;
            highest = value.atLeast(highest) ? value : highest;
        }
        return switch (rollUp) {
            case "SUM" -> sum;
            case "MIN" -> lowest;
            case "MAX" -> highest;
            default -> sum.over(Quotient.of(values.size(), 1));
        };
    }

    /** Of one series over the cycle; the last value for SHARE_MET; empty without readings. */
    public Optional<Quotient> value(RawPoint point, RawSubject subject) {
        List<RawReading> readings = inForce(point, subject);
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        RawReading last = newest(readings);
        BigInteger tops = BigInteger.ZERO;
        BigInteger bottoms = BigInteger.ZERO;
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (RawReading r : readings) {
            tops = tops.add(BigInteger.valueOf(r.numerator()));
            bottoms = bottoms.add(BigInteger.valueOf(r.denominator()));
            lowest = Math.min(lowest, r.numerator());
            highest = Math.max(highest, r.numerator());
        }
        return Optional.of(
                switch (point.rollUp()) {
                    case "RATIO" -> new Quotient(tops.multiply(BigInteger.valueOf(point.scale())), bottoms);
                    case "SUM" -> new Quotient(tops, MILLION);
                    case "MEAN" -> new Quotient(tops, MILLION.multiply(BigInteger.valueOf(readings.size())));
                    case "MIN" -> Quotient.of(lowest, 1_000_000);
                    case "MAX" -> Quotient.of(highest, 1_000_000);
                    default ->
                        last.denominator() == 0
                                ? Quotient.of(last.numerator(), 1_000_000)
                                : Quotient.of(last.numerator() * point.scale(), last.denominator());
                });
    }

    private List<RawReading> inForce(RawPoint point, RawSubject subject) {
        long from = RawCollege.FROM.atStartOfDay(RawCollege.ZONE).toInstant().toEpochMilli();
        long until = RawCollege.UNTIL.atStartOfDay(RawCollege.ZONE).toInstant().toEpochMilli();
        List<RawReading> known = new ArrayList<>();
        for (RawReading r : college.readings) {
            if (r.point().equals(point.id())
                    && r.subject().equals(subject.id())
                    && r.at() >= from
                    && r.at() < until
                    && r.recordedAt() <= asOf) {
                known.add(r);
            }
        }
        List<RawReading> winners = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            boolean beaten = false;
            for (int j = 0; j < known.size(); j++) {
                RawReading mine = known.get(i);
                RawReading other = known.get(j);
                beaten |= other.at() == mine.at()
                        && (other.revision() > mine.revision() || (other.revision() == mine.revision() && j > i));
            }
            if (!beaten) {
                winners.add(known.get(i));
            }
        }
        return winners;
    }

    private List<RawSubject> members(String unit, RawPoint point) {
        List<RawSubject> members = new ArrayList<>();
        for (RawSubject subject : college.subjects) {
            boolean applies = subject.level().equals(point.level())
                    && (point.group().isEmpty()
                            || subject.groups().contains(point.group().get()));
            if (applies && under(subject.unit(), unit)) {
                members.add(subject);
            }
        }
        return members;
    }

    private boolean under(String unit, String ancestor) {
        if (unit.equals(ancestor)) {
            return true;
        }
        for (RawUnit u : college.units) {
            if (u.id().equals(unit)) {
                return !u.parent().isEmpty() && under(u.parent(), ancestor);
            }
        }
        return false;
    }

    /** Narrowest scope, then latest date, among those in force; before the first day of any, those of that first day. */
    private RawLines lines(RawPoint point, RawSubject subject) {
        LocalDate lastDay = RawCollege.UNTIL.minusDays(1);
        LocalDate day = today.isBefore(lastDay) ? today : lastDay;
        List<RawLines> covering = new ArrayList<>();
        LocalDate first = LocalDate.MAX;
        for (RawLines l : point.lines()) {
            boolean covers = switch (l.scope()) {
                case "UNIT" -> under(subject.unit(), l.id());
                case "GROUP" -> subject.groups().contains(l.id());
                case "SUBJECT" -> subject.id().equals(l.id());
                default -> true;
            };
            if (covers) {
                covering.add(l);
                first = l.from().isBefore(first) ? l.from() : first;
            }
        }
        LocalDate effective = day.isBefore(first) ? first : day;
        RawLines best = covering.get(0);
        int bestRank = -1;
        for (RawLines l : covering) {
            int rank = List.of("ALL", "UNIT", "GROUP", "SUBJECT").indexOf(l.scope());
            if (!l.from().isAfter(effective)
                    && (rank > bestRank || (rank == bestRank && l.from().isAfter(best.from())))) {
                best = l;
                bestRank = rank;
            }
        }
        return best;
    }
}
