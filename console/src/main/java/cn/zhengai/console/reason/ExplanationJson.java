package cn.zhengai.console.reason;

import cn.zhengai.console.http.Fields;
import cn.zhengai.console.http.Json;
import cn.zhengai.core.evidence.Evidence;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.measure.Fraction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of an explanation: a tree of nodes, exact figures as texts such as {@code 2/3}. */
public final class ExplanationJson {
    private ExplanationJson() {}

    public static String text(Explanation root) {
        return Json.text(shape(root));
    }

    static Map<String, @Nullable Object> shape(Explanation node) {
        return Fields.of("kind", node.kind().name())
                .put("label", node.label())
                .put("shown", node.shown())
                .put("exact", node.exact().map(Fraction::toString))
                .put("formula", node.working().map(w -> w.formula()))
                .put("source", node.working().map(w -> w.source()))
                .put("agreement", node.agreement().state().name())
                .put("alarm", node.agreement().alarming() ? node.agreement().sentence() : null)
                .put("remarks", node.remarks())
                .put("reading", node.reading().map(ExplanationJson::evidence))
                .put("parts", node.parts().stream().map(ExplanationJson::shape).toList())
                .put("unlisted", node.unlisted())
                .map();
    }

    private static Map<String, @Nullable Object> evidence(Evidence evidence) {
        return Fields.of("seq", evidence.seq())
                .put("at", evidence.at())
                .put("value", evidence.value().toString())
                .put("numerator", evidence.numerator().map(Fraction::toString))
                .put("denominator", evidence.denominator().map(Fraction::toString))
                .put("source", evidence.source())
                .put("batch", evidence.batch())
                .put("row", evidence.row())
                .put("recordedAt", evidence.recordedAt())
                .put("revision", evidence.revision())
                .put("history", evidence.history())
                .put("reason", evidence.reason())
                .put(
                        "superseded",
                        evidence.superseded().stream()
                                .map(ExplanationJson::evidence)
                                .toList())
                .map();
    }
}
