package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a point says apart from its lines: name, unit, roll-up, patience. */
record PointLint(List<DeclaredPoint> points, Findings findings) {
    /** Whole things are counted and summed; a quotient of them is another unit. */
    static final Set<String> COUNTS = Set.of("人", "门", "次", "项", "个", "篇", "本", "台", "件", "册");

    private static final long YEAR = 365;
    private static final int FULL = 100;

    void check() {
        Map<String, DeclaredPoint> names = new HashMap<>();
        Map<String, DeclaredPoint> anywhere = new HashMap<>();
        for (DeclaredPoint point : points) {
            DeclaredPoint first = names.putIfAbsent(
                    point.value().level() + " " + Alike.key(point.value().name()), point);
            if (first != null) {
                findings.add(
                        point.placeOf("name"),
                        Code.DUPLICATE_NAME,
                        "同一层面已有名为“%s”的质控点（%s），看的人会分不清；请改个名称。"
                                .formatted(point.value().name(), first.value().id()));
            }
            definitions(point, anywhere);
            unit(point);
            rollUp(point);
            patience(point, "hold", point.value().watch().hold());
            patience(point, "calm", point.value().watch().calm());
            veto(point);
        }
    }

    /** Points of a level weigh 100 together, unless all weigh the same. Makes sense only when every point could be read. */
    void weights() {
        Map<Level, List<DeclaredPoint>> byLevel = points.stream()
                .filter(point -> point.value().enabled())
                .collect(Collectors.groupingBy(
                        point -> point.value().level(), () -> new EnumMap<>(Level.class), Collectors.toList()));
        byLevel.forEach((level, all) -> {
            Fraction first = all.get(0).value().weight();
            Fraction sum = all.stream().map(point -> point.value().weight()).reduce(Fraction.of(0), Fraction::plus);
            boolean even = all.stream().allMatch(point -> point.value().weight().equals(first));
            if (!even && !sum.equals(Fraction.of(FULL))) {
                findings.add(
                        all.get(0).placeOf("weight"),
                        Code.LEVEL_WEIGHTS,
                        "%s层面启用的 %s 个质控点权重合计是 %s，不是 100；请调整权重（全部一样重时可以不合计 100）。"
                                .formatted(
                                        level.chinese(),
                                        all.size(),
                                        sum.cut(2).stripTrailingZeros().toPlainString()));
            }
        });
    }

    /** Points of one name on several levels are one thing, measured in one way. */
    private void definitions(DeclaredPoint point, Map<String, DeclaredPoint> anywhere) {
        DeclaredPoint first = anywhere.putIfAbsent(Alike.key(point.value().name()), point);
        if (first == null || first.value().level() == point.value().level()) {
            return;
        }
        String here = definition(point.value());
        String there = definition(first.value());
        if (!here.equals(there)) {
            findings.add(
                    point.placeOf("name"),
                    Code.TWO_DEFINITIONS,
                    "“%s”有两种定义：%s层面（%s）是%s，%s层面（%s）是%s；请统一口径，或改一个名称。"
                            .formatted(
                                    point.value().name(),
                                    first.value().level().chinese(),
                                    first.value().id(),
                                    there,
                                    point.value().level().chinese(),
                                    point.value().id(),
                                    here));
        }
    }

    private static String definition(ControlPoint point) {
        MeasureUnit unit = point.unit();
        return "单位 %s、%s、按%s归集"
                .formatted(
                        unit.codes().isEmpty() ? unit.symbol() : String.join("<", unit.codes()),
                        point.direction().chinese(),
                        point.rollUp().chinese());
    }

    private void unit(DeclaredPoint point) {
        MeasureUnit unit = point.value().unit();
        if (unit.codes().isEmpty() && !MeasureUnit.KNOWN.contains(unit.symbol())) {
            findings.add(
                    point.placeOf("unit"),
                    Code.UNKNOWN_MEASURE_UNIT,
                    "%s的计量单位“%s”不常见%s；确实如此可以不改。"
                            .formatted(
                                    point.title(),
                                    unit.symbol(),
                                    Nearest.suggestion(
                                            unit.symbol(),
                                            MeasureUnit.KNOWN.stream().sorted().toList())));
        }
    }

    private void rollUp(DeclaredPoint point) {
        ControlPoint value = point.value();
        boolean coded = !value.unit().codes().isEmpty();
        if (value.rollUp() == RollUp.RATIO
                && (coded || COUNTS.contains(value.unit().symbol()))) {
            findings.add(
                    point.placeOf("roll-up"),
                    Code.NOT_A_RATIO,
                    "%s用 ratio（分子合计÷分母合计）归集，但单位“%s”不是比率；请改单位（如 %%、a:b、元/生），或改用 last、mean、sum。"
                            .formatted(point.title(), value.unit().symbol()));
        }
        boolean percent =
                value.unit().symbol().equals("%") || value.unit().symbol().equals("‰");
        boolean quotient =
                value.unit().symbol().equals("a:b") || value.unit().symbol().contains("/");
        boolean added = value.rollUp() == RollUp.SUM || value.rollUp() == RollUp.MEAN;
        if (added && (coded || percent || quotient)) {
            findings.add(
                    point.placeOf("roll-up"),
                    Code.ROLL_UP_UNFIT,
                    "%s把%s%s，结果没有意义；%s。"
                            .formatted(
                                    point.title(),
                                    coded
                                            ? "等级"
                                            : percent
                                                    ? "百分数"
                                                    : "比值（" + value.unit().symbol() + "）",
                                    value.rollUp() == RollUp.SUM ? "相加" : "求平均",
                                    coded ? "请改用 last、min、max 或 share-met" : "请改用 ratio 并采集分子分母，或改用 last"));
        }
    }

    private void patience(DeclaredPoint point, String key, Patience patience) {
        long days = Math.max(
                patience.time().toDays(),
                (patience.readings() - 1) * days(point.value().cadence()));
        if (days >= YEAR) {
            findings.add(
                    point.placeOf(key),
                    Code.PATIENCE_TOO_LONG,
                    "%s%s采集一次，按 %s 的写法要等 %s 天以上才%s，已超过一年；请改短。"
                            .formatted(
                                    point.title(),
                                    point.value().cadence().chinese(),
                                    key,
                                    days,
                                    key.equals("hold") ? "预警" : "解除"));
        }
    }

    /** Days between two readings, about. */
    static long days(Cadence cadence) {
        return switch (cadence) {
            case REAL_TIME, HOURLY -> 0;
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> 30;
            case TERMLY -> 183;
            case YEARLY -> YEAR;
        };
    }

    private void veto(DeclaredPoint point) {
        Patience hold = point.value().watch().hold();
        if (point.value().watch().veto() && (hold.readings() > 1 || hold.time().compareTo(Duration.ZERO) > 0)) {
            findings.add(
                    point.placeOf("hold"),
                    Code.VETO_WAITS,
                    "%s是一票否决，应当立即预警，却写了 hold；请删去 hold。".formatted(point.title()));
        }
    }
}
