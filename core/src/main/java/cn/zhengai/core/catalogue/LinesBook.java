package cn.zhengai.core.catalogue;

import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Reading;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lines of every series at every instant, worked out once per catalogue. Subjects of a point without overrides share
 * one entry. Whoever asks with a point or subject of another catalogue (rules changed just now) gets the lines of this
 * one. Safe for use by many threads.
 */
public final class LinesBook {
    private static final String EVERYONE = "";

    private final Catalogue catalogue;
    private final Map<String, Map<String, List<InForce>>> byPoint = new ConcurrentHashMap<>();

    public LinesBook(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Lines in force at an instant (epoch milliseconds); before the first date the first hold. */
    public ThreeLines at(ControlPoint point, Subject subject, long at) {
        List<InForce> versions = versions(point, subject);
        for (int i = versions.size() - 1; i > 0; i--) {
            if (versions.get(i).from() <= at) {
                return versions.get(i).lines();
            }
        }
        return versions.get(0).lines();
    }

    /** Band of a reading under the lines of its own instant. */
    public Band band(ControlPoint point, Subject subject, Reading reading) {
        return at(point, subject, reading.at()).band(reading.position());
    }

    /** All versions, oldest first. */
    public List<InForce> versions(ControlPoint asked, Subject subject) {
        ControlPoint point = catalogue.points().getOrDefault(asked.id(), asked);
        boolean same = point.versions().stream().allMatch(v -> v.scope().equals(LinesVersion.Scope.ALL));
        return byPoint.computeIfAbsent(point.id(), p -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        same ? EVERYONE : subject.id(),
                        s -> workOut(point, catalogue.subjects().getOrDefault(subject.id(), subject)));
    }

    private List<InForce> workOut(ControlPoint point, Subject subject) {
        ZoneId zone = catalogue.zone();
        List<InForce> versions = new ArrayList<>();
        for (LinesVersion version : point.linesFor(subject, catalogue.tree())) {
            long from = version.from().atStartOfDay(zone).toInstant().toEpochMilli();
            versions.add(new InForce(from, version.lines()));
        }
        return List.copyOf(versions);
    }

    /** Lines that hold from an instant, epoch milliseconds, until the next. */
    public record InForce(long from, ThreeLines lines) {}
}
