package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.OrgUnit;
import java.util.List;
import java.util.Optional;

/** Reads {@code organisation.yaml}. A unit whose parent is unknown is left out. */
record UnitReader(ValueReader values) {

    List<Declared<OrgUnit>> read(Document document) {
        return document.entries().stream()
                .flatMap(entry -> unit(entry).stream())
                .toList();
    }

    private Optional<Declared<OrgUnit>> unit(Mapping entry) {
        Optional<String> id = entry.text("id");
        Optional<String> name = entry.text("name");
        Optional<OrgUnit.Kind> kind = values.word(entry, "kind", OrgUnit.Kind.class);
        Optional<String> parent = values.parent(entry, "parent");
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty() || (entry.has("parent") && parent.isEmpty())) {
            return Optional.empty();
        }
        List<OrgUnit.Contact> contacts = entry.mappings("contacts").stream()
                .flatMap(written -> written.fields().keySet().stream()
                        .flatMap(channel -> written.text(channel).map(to -> new OrgUnit.Contact(channel, to)).stream()))
                .toList();
        return Optional.of(new Declared<>(
                new OrgUnit(
                        id.get(),
                        name.get(),
                        kind.get(),
                        parent,
                        entry.texts("aliases"),
                        entry.text("head"),
                        contacts,
                        new LifeReader(values).read(entry, values.references()::unit)),
                entry));
    }
}
