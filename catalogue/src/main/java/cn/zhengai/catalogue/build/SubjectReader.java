package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file below {@code subjects/}: its level, default unit and common groups, then the subjects. */
record SubjectReader(ValueReader values) {

    List<Declared<Subject>> read(Document document) {
        Mapping top = document.top();
        Optional<Level> level = values.word(top, "level", Level.class);
        Optional<String> unit = values.unit(top, "unit");
        return level.map(known -> document.entries().stream()
                        .flatMap(entry -> subject(entry, top, known, unit).stream())
                        .toList())
                .orElse(List.of());
    }

    private Optional<Declared<Subject>> subject(Mapping entry, Mapping top, Level level, Optional<String> commonUnit) {
        Optional<String> id = values.id(entry);
        Optional<String> name = entry.text("name");
        Optional<String> unit = entry.has("unit") ? values.unit(entry, "unit") : commonUnit;
        if (!entry.has("unit") && !top.has("unit")) {
            values.report(
                    entry.place(),
                    Code.MISSING_KEY,
                    "主体 %s 没有所属单位；请在这里写 unit，或在文件开头写一个共同的 unit。".formatted(id.orElse("")));
        }
        if (id.isEmpty() || name.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        Set<String> groups = new HashSet<>(top.texts("groups"));
        groups.addAll(entry.texts("groups"));
        return Optional.of(new Declared<>(
                new Subject(
                        id.get(),
                        name.get(),
                        level,
                        unit.get(),
                        entry.texts("aliases"),
                        groups,
                        new LifeReader(values).read(entry, values.references()::subject)),
                entry));
    }
}
