package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a source's rows are mapped to: templates that can be filled, points that exist and want what is brought. */
final class SourceLint {
    private static final Pattern TEMPLATE = Pattern.compile("([^{}]|\\{[^{}]+})+");
    /** Points whose readings may carry numerator and denominator. */
    private static final Set<RollUp> QUOTIENTS = EnumSet.of(RollUp.RATIO, RollUp.LAST, RollUp.SHARE_MET);

    private final Draft draft;
    private final Findings findings;
    private final Map<String, ControlPoint> points = new HashMap<>();

    SourceLint(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        for (DeclaredPoint point : draft.points()) {
            points.put(point.value().id(), point.value());
        }
    }

    void check() {
        for (Declared<SourceMapping> source : draft.sources()) {
            template(source.node(), "subject");
            if (source.node().has("reason")) {
                template(source.node(), "reason");
            }
            List<Mapping> written = source.node().mappings("measures");
            for (int i = 0; i < written.size(); i++) {
                if (template(written.get(i), "point")) {
                    measure(source, written.get(i), source.value().measures().get(i));
                }
            }
        }
        masters();
        new FileLint(draft.sources(), findings).check();
        new SheetLint(draft.sources(), findings).check();
        new PullLint(draft.sources(), findings).check();
        new FollowLint(draft.sources(), findings).check();
    }

    private void masters() {
        Map<String, SourceMapping> sources = new HashMap<>();
        draft.sources().forEach(source -> sources.put(source.value().id(), source.value()));
        for (DeclaredPoint point : draft.points()) {
            SourceMapping master = sources.get(point.value().supply().master().orElse(""));
            if (master != null
                    && !master.points().isEmpty()
                    && !master.points().contains(point.value().id())) {
                findings.add(
                        point.node().placeOf("master"),
                        Code.MASTER_NOT_ALLOWED,
                        "质控点“%s”以来源“%s”为准，而它的 points 里没有 %s，报送的值都会被拒收；请把它加进 points，或换一个来源。"
                                .formatted(
                                        point.value().name(),
                                        master.name(),
                                        point.value().id()));
            }
        }
    }

    private boolean template(Mapping entry, String key) {
        String text = entry.text(key).orElse("");
        boolean sound = TEMPLATE.matcher(text).matches();
        if (!sound) {
            findings.add(
                    entry.placeOf(key),
                    Code.TEMPLATE_BRACES,
                    "模板“%s”的花括号不成对或里面是空的；列名要写成 {列名}，一个左括号配一个右括号。".formatted(text));
        }
        return sound;
    }

    private void measure(Declared<SourceMapping> source, Mapping entry, Measure measure) {
        if (measure.point().indexOf('{') >= 0) {
            return;
        }
        ControlPoint point = draft.references()
                .point(entry.scalar("point").orElseThrow())
                .map(points::get)
                .orElse(null);
        if (point == null) {
            return;
        }
        Set<String> allowed = source.value().points();
        if (!allowed.isEmpty() && !allowed.contains(point.id())) {
            findings.add(
                    entry.placeOf("point"),
                    Code.POINT_NOT_ALLOWED,
                    "来源“%s”的 points 里没有 %s，它的采集值都会被拒收；请把它加进 points。"
                            .formatted(source.value().name(), point.id()));
        }
        if (!point.enabled()) {
            findings.add(
                    entry.placeOf("point"),
                    Code.POINT_DISABLED,
                    "质控点“%s”没有启用，这个来源报送的值都会被拒收；请启用它或删去这一项。".formatted(point.name()));
        }
        quotient(entry, measure, point);
    }

    private void quotient(Mapping entry, Measure measure, ControlPoint point) {
        boolean quotient = measure.numerator().isPresent();
        if (point.ratio() && !quotient) {
            findings.add(
                    entry.place(),
                    Code.MEASURE_NOT_RATIO,
                    "质控点“%s”按分子合计÷分母合计归集，只给 value 会被拒收；请写 numerator 和 denominator 两列。".formatted(point.name()));
        } else if (quotient && measure.value().isEmpty() && !QUOTIENTS.contains(point.rollUp())) {
            findings.add(
                    entry.place(),
                    Code.MEASURE_NOT_RATIO,
                    "质控点“%s”按%s归集，不接受分子分母；请改写 value，或把质控点的 roll-up 改为 ratio。"
                            .formatted(point.name(), point.rollUp().chinese()));
        }
    }
}
