package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.evidence.Evidence;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Readings as leaves, newest first. */
final class ReadingNodes {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private ReadingNodes() {}

    static Explanation under(Explanation node, SeriesStory story, ControlPoint point, ZoneId zone, Cut cut) {
        int all = story.moments().size();
        int listed = cut.open() ? Math.min(all, cut.limit()) : 0;
        List<Explanation> leaves = story.moments().subList(all - listed, all).stream()
                .map(moment -> leaf(moment, point, zone))
                .toList();
        return node.from(newestFirst(leaves), all - listed);
    }

    private static List<Explanation> newestFirst(List<Explanation> leaves) {
        List<Explanation> turned = new java.util.ArrayList<>(leaves);
        java.util.Collections.reverse(turned);
        return turned;
    }

    static Explanation leaf(SeriesStory.Moment moment, ControlPoint point, ZoneId zone) {
        Evidence evidence = Evidence.of(moment.inForce(), point.unit().scale(), moment.superseded());
        return Explanation.of(
                        Kind.READING, day(evidence.at(), zone), point.unit().show(Shown.number(evidence.value())))
                .exactly(java.util.Optional.of(evidence.value()))
                .resting(evidence);
    }

    /** The day alone when the instant is its first. */
    static String day(Instant at, ZoneId zone) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : MINUTE.format(local);
    }
}
