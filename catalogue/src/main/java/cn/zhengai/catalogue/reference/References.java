package cn.zhengai.catalogue.reference;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be referred to, over all files. Units are referred to by id, name or alias, everything else by id. Entries
 * that are wrong otherwise count as declared.
 */
public final class References {
    private static final Map<FileKind, String> KINDS = Map.of(
            FileKind.COLLEGE, "周期",
            FileKind.ORGANISATION, "单位",
            FileKind.SUBJECTS, "主体",
            FileKind.POINTS, "质控点",
            FileKind.GOALS, "目标",
            FileKind.SOURCES, "来源");

    private final Findings findings;
    private final Map<FileKind, Ids> ids = new EnumMap<>(FileKind.class);
    private final UnitNames units;

    /** Declares everything; ids that stand twice and names that mean two units are reported. */
    public References(List<Document> documents, Findings findings) {
        this.findings = findings;
        KINDS.forEach((kind, chinese) -> ids.put(kind, new Ids(chinese)));
        for (Document document : documents) {
            Ids ofKind = ids.get(document.kind());
            if (ofKind != null) {
                document.entries().forEach(entry -> ofKind.declare(entry, findings));
            }
        }
        this.units = new UnitNames(entries(documents, FileKind.ORGANISATION), findings);
    }

    private static List<Mapping> entries(List<Document> documents, FileKind kind) {
        return documents.stream()
                .filter(document -> document.kind() == kind)
                .flatMap(document -> document.entries().stream())
                .toList();
    }

    private Ids idsOf(FileKind kind) {
        return Objects.requireNonNull(ids.get(kind));
    }

    /** Id of the unit meant; empty, with a finding, when there is none. */
    public Optional<String> unit(Scalar written) {
        return unit(written, Code.UNKNOWN_UNIT, "单位");
    }

    /** As {@link #unit(Scalar)}, for the unit above. */
    public Optional<String> parent(Scalar written) {
        return unit(written, Code.UNKNOWN_PARENT, "上级单位");
    }

    private Optional<String> unit(Scalar written, Code code, String kind) {
        Optional<String> id = units.id(written.text().trim());
        if (id.isEmpty()) {
            unknown(written, code, kind, units.all());
        }
        return id;
    }

    public Optional<String> cycle(Scalar written) {
        return declared(written, FileKind.COLLEGE, Code.UNKNOWN_CYCLE);
    }

    public Optional<String> point(Scalar written) {
        return declared(written, FileKind.POINTS, Code.UNKNOWN_POINT);
    }

    public Optional<String> source(Scalar written) {
        return declared(written, FileKind.SOURCES, Code.UNKNOWN_SOURCE);
    }

    public Optional<String> subject(Scalar written) {
        return declared(written, FileKind.SUBJECTS, Code.UNKNOWN_SUBJECT);
    }

    /** Ids of all subjects. */
    public Collection<String> subjects() {
        return idsOf(FileKind.SUBJECTS).all();
    }

    private Optional<String> declared(Scalar written, FileKind kind, Code code) {
        Ids known = idsOf(kind);
        String id = written.text().trim();
        if (known.place(id).isPresent()) {
            return Optional.of(id);
        }
        unknown(written, code, known.kind(), known.all());
        return Optional.empty();
    }

    private void unknown(Scalar written, Code code, String kind, Collection<String> known) {
        String name = written.text().trim();
        findings.add(
                written.place(),
                code,
                "没有名为“%s”的%s%s；请核对写法，或先在目录里声明它。".formatted(name, kind, Nearest.suggestion(name, known)));
    }
}
