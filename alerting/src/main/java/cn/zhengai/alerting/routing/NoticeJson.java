package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A notice for machines: JSON as described in {@code notice.schema.json}, which is shipped beside this class. */
final class NoticeJson {
    private static final int VERSION = 1;

    private NoticeJson() {}

    static String of(Story story, String title, String text) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION);
        root.put("fact", story.fact().id());
        root.put("step", story.fact().step().name());
        root.put("knownAt", time(story, story.fact().recordedAt()));
        warning(story, root.putObject("warning"));
        point(story, root.putObject("point"));
        ObjectNode subject = root.putObject("subject");
        subject.put("id", story.warning().subject()).put("name", story.subjectName());
        story.unit().ifPresent(u -> subject.putObject("unit").put("id", u.id()).put("name", u.name()));
        if (story.warning().kind() == WarningKind.NO_DATA) {
            root.put("silentSeries", Math.floorDiv(story.warning().raisedValue(), 2L) / Micros.ONE);
        } else if (!story.personal()) {
            root.put("value", Micros.text(Math.floorDiv(story.warning().raisedValue(), 2L)));
        }
        story.lines().ifPresent(three -> lines(three, root.putObject("lines")));
        root.put("title", title).put("text", text).put("link", story.link());
        return root.toString();
    }

    private static void warning(Story story, ObjectNode into) {
        Warning w = story.warning();
        into.put("id", w.id()).put("kind", w.kind().name());
        into.put("severity", w.severity().name()).put("status", w.status().name());
        into.put("firstAt", time(story, w.firstAt())).put("raisedAt", time(story, w.raisedAt()));
        w.clearedAt().ifPresent(at -> into.put("clearedAt", time(story, at)));
    }

    private static void point(Story story, ObjectNode into) {
        into.put("id", story.warning().point()).put("name", story.pointName());
        story.point().ifPresent(p -> level(p, into));
    }

    private static void level(ControlPoint point, ObjectNode into) {
        into.put("level", point.level().name()).put("unit", point.unit().symbol());
    }

    private static void lines(ThreeLines three, ObjectNode into) {
        into.put("warning", three.warning().text());
        into.put("standard", three.standard().text());
        into.put("target", three.target().text());
    }

    private static String time(Story story, Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(story.local(instant));
    }
}
