package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at single series through the catalogue. */
public final class SeriesLook {
    private final Records records;

    SeriesLook(Records records) {
        this.records = records;
    }

    /** The series when catalogue and point know it; its point may be switched off. */
    public Optional<Watched> find(String point, String subject) {
        LinesBook lines = records.board().now().lines();
        Catalogue catalogue = lines.catalogue();
        return catalogue
                .point(point)
                .flatMap(p -> catalogue.subject(subject).filter(p::appliesTo).map(s -> new Watched(p, s, lines)));
    }

    /** Readings in force, by instant; epoch milliseconds, {@code until} not included. */
    public List<Logged> read(Watched watched, long from, long until, Knowledge asOf) {
        Series series =
                records.index().of(watched.point().id(), watched.subject().id());
        return records.readings().read(series, from, until, asOf);
    }

    /** All readings in force as known now, by instant. */
    public List<Logged> read(Watched watched) {
        return read(watched, Long.MIN_VALUE, Long.MAX_VALUE, ReadingStore.NOW);
    }

    /** Every reading ever logged of one instant, oldest first. */
    public List<Logged> revisions(Watched watched, long at) {
        Series series =
                records.index().of(watched.point().id(), watched.subject().id());
        return records.readings().revisions(series, at);
    }

    /** Newest reading of every series of these points whose subject is wanted; any order. */
    public List<Latest> latest(Collection<ControlPoint> points, Predicate<Subject> wanted) {
        LinesBook lines = records.board().now().lines();
        Catalogue catalogue = lines.catalogue();
        Set<String> ids = points.stream().map(ControlPoint::id).collect(Collectors.toSet());
        List<Latest> found = new ArrayList<>();
        records.readings().latest(ids, ReadingStore.NOW, logged -> {
            Series series = logged.reading().series();
            Optional<ControlPoint> point = catalogue.point(series.point());
            Optional<Subject> subject = catalogue.subject(series.subject()).filter(wanted);
            if (point.isPresent() && subject.isPresent() && point.get().appliesTo(subject.get())) {
                found.add(new Latest(new Watched(point.get(), subject.get(), lines), logged));
            }
        });
        return found;
    }

    /** One control point of one subject. */
    public record Watched(ControlPoint point, Subject subject, LinesBook book) {
        public ThreeLines linesAt(long at) {
            return book.at(point, subject, at);
        }

        public Band band(Logged logged) {
            return book.band(point, subject, logged.reading());
        }

        /** {@code point/subject}. */
        public String key() {
            return point.id() + "/" + subject.id();
        }
    }

    /** A series and its newest reading. */
    public record Latest(Watched watched, Logged logged) {
        public Band band() {
            return watched.band(logged);
        }
    }
}
