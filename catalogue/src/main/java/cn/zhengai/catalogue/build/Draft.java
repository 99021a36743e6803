package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.reference.References;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that could be read of a catalogue; what could not is left out and has its finding.
 *
 * @param references what may be referred to
 * @param college empty when there is no college file
 * @param calendar empty when there is no calendar file
 */
public record Draft(
        References references,
        Optional<College> college,
        Optional<Calendar> calendar,
        List<Declared<OrgUnit>> units,
        List<Declared<Subject>> subjects,
        List<DeclaredPoint> points,
        List<Declared<Goal>> goals,
        List<Declared<SourceMapping>> sources) {

    /** Reads all documents. Ids that stand twice, unknown names and unreadable values are reported. */
    public static Draft of(List<Document> documents, Findings findings) {
        References references = new References(documents, findings);
        ValueReader values = new ValueReader(references, findings);
        Map<FileKind, List<Document>> byKind = documents.stream().collect(Collectors.groupingBy(Document::kind));
        Function<FileKind, List<Document>> all = kind -> byKind.getOrDefault(kind, List.of());
        List<DeclaredPoint> points = read(all.apply(FileKind.POINTS), new PointReader(values)::read);
        return new Draft(
                references,
                all.apply(FileKind.COLLEGE).stream().findFirst().map(new CollegeReader(values)::read),
                all.apply(FileKind.CALENDAR).stream().findFirst().map(new CalendarReader(values)::read),
                read(all.apply(FileKind.ORGANISATION), new UnitReader(values)::read),
                read(all.apply(FileKind.SUBJECTS), new SubjectReader(values)::read),
                points,
                read(all.apply(FileKind.GOALS), new GoalReader(values, points)::read),
                read(all.apply(FileKind.SOURCES), new SourceReader(values)::read));
    }

    private static <T> List<T> read(List<Document> documents, Function<Document, List<T>> reader) {
        return documents.stream()
                .flatMap(document -> reader.apply(document).stream())
                .toList();
    }
}
