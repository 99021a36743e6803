package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import cn.zhengai.core.measure.Micros;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What sources bring: each point from somewhere, each column as one thing, each row about one subject. */
final class DeliveryLint {
    private static final Pattern COLUMN = Pattern.compile("\\{[^{}]+}");

    private final Draft draft;
    private final Findings findings;
    private final Map<String, ControlPoint> points = new LinkedHashMap<>();

    DeliveryLint(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        draft.points().forEach(point -> points.put(point.value().id(), point.value()));
    }

    void check() {
        for (Declared<SourceMapping> source : draft.sources()) {
            if (!source.node().has("owner")) {
                findings.add(
                        source.node().place(),
                        Code.SOURCE_WITHOUT_OWNER,
                        "来源“%s”没有负责单位，断报、错报时不知道告诉谁；请写 owner。"
                                .formatted(source.value().name()));
            }
            columns(source);
            rows(source);
            allowed(source);
            decimals(source);
        }
    }

    private static boolean fixed(Measure measure) {
        return measure.point().indexOf('{') < 0;
    }

    private void columns(Declared<SourceMapping> source) {
        List<Mapping> written = source.node().mappings("measures");
        String time = source.value().time().column();
        for (int i = 0; i < written.size(); i++) {
            Map<String, String> uses = new HashMap<>();
            uses.put(time, "时间");
            Mapping entry = written.get(i);
            List.of("value", "numerator", "denominator", "unit")
                    .forEach(key -> entry.text(key).ifPresent(column -> column(uses, column, key, entry.placeOf(key))));
        }
        Map<String, String> uses = new HashMap<>(Map.of(time, "时间"));
        source.value().revision().ifPresent(column -> column(uses, column, "revision", source.placeOf("revision")));
    }

    private void column(Map<String, String> uses, String column, String key, Place place) {
        String other = uses.putIfAbsent(column, key);
        if (other != null) {
            findings.add(
                    place,
                    Code.SAME_COLUMN,
                    "列“%s”既当%s又当 %s，%s；请写各自的列名。"
                            .formatted(
                                    column,
                                    other.equals("时间") ? other : " " + other + " ",
                                    key,
                                    key.equals("denominator") && other.equals("numerator")
                                            ? "比率永远是 1（100%）"
                                            : "两者不会相同"));
        }
    }

    private void rows(Declared<SourceMapping> source) {
        List<Mapping> written = source.node().mappings("measures");
        Map<String, Measure> seen = new HashMap<>();
        Optional<ControlPoint> first = Optional.empty();
        for (int i = 0; i < source.value().measures().size(); i++) {
            Measure measure = source.value().measures().get(i);
            if (!fixed(measure)) {
                continue;
            }
            Measure other = seen.putIfAbsent(measure.point(), measure);
            if (other != null && !(other.optional() && measure.optional())) {
                findings.add(
                        written.get(i).placeOf("point"),
                        Code.MEASURE_TWICE,
                        "来源“%s”的一行会给质控点 %s 两个值；请删去一项，两列二选一时请都写 optional: true。"
                                .formatted(source.value().name(), measure.point()));
            }
            Optional<ControlPoint> point =
                    measure.optional() ? Optional.empty() : Optional.ofNullable(points.get(measure.point()));
            if (first.isPresent()
                    && point.isPresent()
                    && first.get().level() != point.get().level()) {
                findings.add(
                        written.get(i).placeOf("point"),
                        Code.MEASURE_OTHER_LEVEL,
                        "来源“%s”的每一行只说一个主体，却要同时报%s层面的 %s 和%s层面的 %s，总有一个被拒收；请拆成两个来源。"
                                .formatted(
                                        source.value().name(),
                                        first.get().level().chinese(),
                                        first.get().id(),
                                        point.get().level().chinese(),
                                        point.get().id()));
            }
            first = first.or(() -> point);
        }
    }

    /** What the source may bring, by what it does bring. */
    private void allowed(Declared<SourceMapping> source) {
        Set<String> fixed = source.value().measures().stream()
                .filter(DeliveryLint::fixed)
                .map(Measure::point)
                .collect(Collectors.toSet());
        boolean any = fixed.size() < source.value().measures().size()
                && source.value().measures().stream().anyMatch(measure -> !fixed(measure));
        if (!source.value().points().containsAll(fixed)) {
            return;
        }
        for (Scalar listed : source.node().scalars("points")) {
            String id = listed.text().trim();
            ControlPoint point = points.get(id);
            if (point == null || fixed.contains(id)) {
                continue;
            }
            if (!any) {
                findings.add(
                        listed.place(),
                        Code.POINT_NEVER_MEASURED,
                        "来源“%s”的 points 列了 %s，measures 里却没有它，永远不会有值；请补一项 measures，或从 points 删去。"
                                .formatted(source.value().name(), id));
            } else if (!point.enabled()) {
                findings.add(
                        listed.place(),
                        Code.POINT_DISABLED,
                        "来源“%s”的 points 列了 %s，而这个质控点没有启用，报送的值都会被拒收；请启用它或删去。"
                                .formatted(source.value().name(), id));
            }
        }
    }

    private void decimals(Declared<SourceMapping> source) {
        Optional<Integer> kept = source.value().decimals();
        if (kept.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>(source.value().points());
        source.value().measures().stream()
                .filter(measure -> fixed(measure) && measure.value().isPresent())
                .forEach(measure -> ids.add(measure.point()));
        draft.points().stream()
                .filter(point -> ids.contains(point.value().id()))
                .flatMap(point -> finer(point, kept.get()).stream().map(line -> Map.entry(point, line)))
                .findFirst()
                .ifPresent(found -> findings.add(
                        source.placeOf("decimals"),
                        Code.DECIMALS_TOO_COARSE,
                        "来源“%s”舍入到 %s 位小数，而%s有一条线是 %s，舍入会让值越过这条线；请把 decimals 改为至少 %s。"
                                .formatted(
                                        source.value().name(),
                                        kept.get(),
                                        found.getKey().title(),
                                        found.getValue().toPlainString(),
                                        found.getValue().scale())));
    }

    /** The first figure of a point's lines with more decimals. */
    private static Optional<BigDecimal> finer(DeclaredPoint point, int decimals) {
        return point.versions().stream()
                .map(version -> version.value().lines())
                .flatMap(lines -> List.of(lines.target(), lines.standard(), lines.warning()).stream())
                .flatMap(line -> line.figures().stream())
                .map(Micros::toDecimal)
                .filter(figure -> figure.scale() > decimals)
                .findFirst();
    }

    /** Those that make sense only when every entry could be read. */
    void whole() {
        if (!draft.sources().isEmpty()) {
            everyPointIsDelivered();
            constantSubjects();
        }
    }

    private void constantSubjects() {
        Set<String> known = new HashSet<>(draft.references().subjects());
        draft.subjects().forEach(subject -> known.addAll(subject.value().aliases()));
        for (Declared<SourceMapping> source : draft.sources()) {
            String subject = source.value().subject().trim();
            if (subject.indexOf('{') < 0 && subject.indexOf('}') < 0 && !known.contains(subject)) {
                findings.add(
                        source.placeOf("subject"),
                        Code.UNKNOWN_SUBJECT,
                        "来源“%s”的每一行都说主体“%s”，目录里却没有它%s；取自某一列时请写成 \"{列名}\"。"
                                .formatted(source.value().name(), subject, Nearest.suggestion(subject, known)));
            }
        }
    }

    private void everyPointIsDelivered() {
        Ways ratios = Ways.of(draft.sources(), true);
        Ways values = Ways.of(draft.sources(), false);
        List<DeclaredPoint> forgotten = draft.points().stream()
                .filter(point -> point.value().enabled())
                .filter(point -> !(point.value().ratio() ? ratios : values)
                        .lead(point.value().id()))
                .toList();
        if (!forgotten.isEmpty()) {
            DeclaredPoint first = forgotten.get(0);
            findings.add(
                    first.node().place(),
                    Code.POINT_WITHOUT_SOURCE,
                    "没有来源报送%s%s%s，它会一直没有数据；请在 sources/ 里加上，暂不采集的请写 enabled: false。"
                            .formatted(
                                    first.title(),
                                    forgotten.size() > 1 ? "等 " + forgotten.size() + " 个" : "",
                                    first.value().ratio() ? "的分子和分母" : ""));
        }
    }

    /** Ids of points that sources bring: some by name, others by a template. */
    private record Ways(Set<String> ids, List<Pattern> templates) {

        static Ways of(List<Declared<SourceMapping>> sources, boolean quotients) {
            Set<String> ids = new HashSet<>();
            Set<String> templates = new LinkedHashSet<>();
            for (Declared<SourceMapping> source : sources) {
                Set<String> allowed = source.value().points();
                source.value().measures().stream()
                        .filter(measure -> !quotients || measure.numerator().isPresent())
                        .map(Measure::point)
                        .forEach(point -> {
                            Pattern way = pattern(point);
                            if (!allowed.isEmpty()) {
                                allowed.stream()
                                        .filter(id -> way.matcher(id).matches())
                                        .forEach(ids::add);
                            } else if (point.indexOf('{') < 0) {
                                ids.add(point);
                            } else {
                                templates.add(way.pattern());
                            }
                        });
            }
            return new Ways(ids, templates.stream().map(Pattern::compile).toList());
        }

        boolean lead(String id) {
            return ids.contains(id)
                    || templates.stream().anyMatch(way -> way.matcher(id).matches());
        }

        private static Pattern pattern(String template) {
            return Pattern.compile(Arrays.stream(COLUMN.split(template, -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
        }
    }
}
