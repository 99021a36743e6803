package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * How well a demo college does, day by day: departments differ, subjects differ, and now and then a series dips below
 * its warning value for some weeks and recovers. A figure is made from a quality between 0 and 1 by the point's own
 * three lines, so that 0.75 and more is on target, 0.5 on standard, 0.35 is the warning value.
 */
final class Story {
    private static final double TARGET = 0.75;
    private static final double STANDARD = 0.5;
    private static final double WARNING = 0.35;
    private static final Set<String> COUNTS = Set.of("人", "门", "次", "项", "个", "篇", "天", "本", "台", "件", "册", "学时");
    private static final int DAYS_PER_CHANCE = 120;

    private final Dice dice;
    private final Map<String, Double> departments;

    /** Each department's usual quality, by unit id; others do {@code 0.78}. */
    Story(Dice dice, Map<String, Double> departments) {
        this.dice = dice;
        this.departments = Map.copyOf(departments);
    }

    /** A value, or a numerator and a denominator. */
    record Figure(String value, String numerator, String denominator) {}

    /** What a series reads on a day. */
    Figure figure(ControlPoint point, Subject subject, String department, LocalDate day) {
        double quality = quality(point, subject, department, day);
        ThreeLines lines = point.versions().get(0).lines();
        if (!point.unit().codes().isEmpty()) {
            int best = point.unit().codes().size() - 1;
            return new Figure(quality >= WARNING ? Integer.toString(best) : "0", "", "");
        }
        double value = value(lines, quality);
        if (point.ratio()) {
            return ratio(point, subject, day, value);
        }
        int decimals = COUNTS.contains(point.unit().symbol()) ? 0 : 1;
        BigDecimal rounded = BigDecimal.valueOf(within(point, value)).setScale(decimals, RoundingMode.HALF_UP);
        return new Figure(rounded.stripTrailingZeros().toPlainString(), "", "");
    }

    private Figure ratio(ControlPoint point, Subject subject, LocalDate day, double value) {
        int scale = point.unit().scale();
        int size = 24 + dice.roll("size/" + subject.id(), day.getYear(), 24);
        if (scale == 1) {
            return new Figure("", Long.toString(Math.round(value * size)), Integer.toString(size));
        }
        int whole = point.cadence() == Cadence.DAILY ? size : size * 5;
        long part = Math.round(within(point, value) / scale * whole);
        return new Figure("", Long.toString(Math.min(part, whole)), Integer.toString(whole));
    }

    private double quality(ControlPoint point, Subject subject, String department, LocalDate day) {
        String series = point.id() + "/" + subject.id();
        double usual = departments.getOrDefault(department, 0.78);
        double lasting = 0.05 * dice.bell("subject/" + series, 0);
        double daily = 0.04 * dice.bell("day/" + series, day.toEpochDay());
        return Math.max(0.02, Math.min(0.999, usual + lasting + daily - dip(point, series, usual, day)));
    }

    /** In every third of a year a series may dip once; students rarely, weak departments more often. */
    private double dip(ControlPoint point, String series, double usual, LocalDate day) {
        long chance = Math.floorDiv(day.toEpochDay(), DAYS_PER_CHANCE);
        double likely = (point.level() == Level.STUDENT ? 0.015 : 0.07) * (usual < 0.7 ? 2 : 1);
        if (dice.uniform("dip/" + series, chance) >= likely) {
            return 0;
        }
        int start = dice.roll("start/" + series, chance, 90);
        int length = 6 + dice.roll("length/" + series, chance, 40);
        int into = Math.floorMod(day.toEpochDay(), DAYS_PER_CHANCE) - start;
        if (into < 0 || into >= length) {
            return 0;
        }
        double share = (into + 0.5) / length;
        return 0.62 * Math.sin(Math.PI * Math.min(1, share * 1.6 + 0.2));
    }

    private static double value(ThreeLines lines, double quality) {
        double target = units(lines.target().figure());
        double standard = units(lines.standard().figure());
        double warning = units(lines.warning().figure());
        if (quality >= TARGET) {
            double beyond = target == standard ? 0 : target - standard;
            return target + (quality - TARGET) / (1 - TARGET) * beyond;
        }
        if (quality >= STANDARD) {
            return between(standard, target, (quality - STANDARD) / (TARGET - STANDARD));
        }
        if (quality >= WARNING) {
            return between(warning, standard, (quality - WARNING) / (STANDARD - WARNING));
        }
        double worse = warning + (warning - standard);
        return between(worse, warning, quality / WARNING * 0.97);
    }

    private static double between(double low, double high, double share) {
        return low + (high - low) * share;
    }

    private static double units(long micros) {
        return micros / (double) Micros.ONE;
    }

    /** Keeps a figure plausible. */
    private static double within(ControlPoint point, double value) {
        double figure = Math.max(0, value);
        if (point.unit().scale() > 1) {
            figure = Math.min(point.unit().scale(), figure);
        }
        long position = Micros.position(Math.round(figure * Micros.ONE), false);
        boolean plausible = point.plausible().map(p -> p.holds(position)).orElse(true);
        return plausible
                ? figure
                : units(point.versions().get(0).lines().target().figure());
    }
}
