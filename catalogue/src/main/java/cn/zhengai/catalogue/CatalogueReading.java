package cn.zhengai.catalogue;

import cn.zhengai.catalogue.build.College;
import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.lint.Lint;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.schema.SchemaCheck;
import cn.zhengai.catalogue.yaml.YamlFile;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What came of reading a catalogue.
 *
 * @param catalogue present if and only if no finding is an error
 * @param findings all of them, by file, line and column
 */
public record CatalogueReading(Optional<Catalogue> catalogue, List<Finding> findings) {
    public CatalogueReading {
        findings = List.copyOf(findings);
    }

    /**
     * Checks and builds what a front end has read; the one way from documents to a catalogue.
     *
     * @param digest of what was read
     * @param findings what the front end itself has found; the rest is added to it
     */
    public static CatalogueReading of(List<Document> documents, String digest, Findings findings) {
        SchemaCheck schema = new SchemaCheck();
        documents.forEach(document -> schema.check(document, findings));
        Draft draft = Draft.of(documents, findings);
        Lint.check(draft, findings);
        if (documents.stream()
                .noneMatch(d -> d.kind() == FileKind.POINTS && !d.entries().isEmpty())) {
            findings.add(Place.file("."), Code.NO_POINTS, "目录里没有质控点，什么也不会监测；请在 points/ 下按层面写质控点文件。");
        }
        Optional<Catalogue> catalogue = findings.hasErrors()
                ? Optional.empty()
                : draft.college().map(college -> catalogue(college, draft, digest));
        return new CatalogueReading(catalogue, findings.sorted());
    }

    /**
     * A catalogue that was clean when it was kept. It is not checked again: what a newer program finds wrong with it must
     * not take last year's rules away.
     *
     * @throws IllegalArgumentException when it cannot be built at all
     */
    public static Catalogue kept(SortedMap<String, String> texts, String digest) {
        Findings ignored = new Findings();
        List<Document> documents = new ArrayList<>();
        texts.forEach((file, text) -> FileKind.of(file)
                .ifPresent(kind -> YamlFile.read(file, text, ignored)
                        .ifPresent(root -> documents.add(new Document(file, kind, root)))));
        Draft draft = Draft.of(documents, ignored);
        return draft.college()
                .map(college -> catalogue(college, draft, digest))
                .orElseThrow(() -> new IllegalArgumentException("no college.yaml"));
    }

    private static Catalogue catalogue(College college, Draft draft, String digest) {
        Catalogue catalogue = Catalogue.of(
                college.name(),
                college.zone(),
                new OrgTree(values(draft.units())),
                college.leadOffices(),
                new Catalogue.Declared(
                        values(draft.subjects()),
                        draft.points().stream().map(DeclaredPoint::value).toList(),
                        values(college.cycles()),
                        values(draft.goals()),
                        values(draft.sources())),
                digest);
        return draft.calendar()
                .map(calendar -> catalogue.withDays(calendar.days()))
                .orElse(catalogue);
    }

    private static <T> List<T> values(List<Declared<T>> declared) {
        return declared.stream().map(Declared::value).toList();
    }

    public boolean hasErrors() {
        return catalogue.isEmpty();
    }
}
