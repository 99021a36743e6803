package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Drop;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import cn.zhengai.core.catalogue.SourceMapping.Sheet;
import cn.zhengai.core.catalogue.SourceMapping.Template;
import cn.zhengai.core.catalogue.SourceMapping.Time;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file below {@code sources/}. */
record SourceReader(ValueReader values) {

    List<Declared<SourceMapping>> read(Document document) {
        return document.entries().stream()
                .flatMap(entry -> source(entry).stream())
                .toList();
    }

    private Optional<Declared<SourceMapping>> source(Mapping entry) {
        Optional<String> id = entry.text("id");
        Optional<String> name = entry.text("name");
        Optional<String> subject = entry.text("subject");
        Optional<Time> time = entry.mapping("time").flatMap(SourceReader::time);
        Optional<String> owner = values.unit(entry, "owner");
        Set<String> points = values.points(entry, "points");
        List<Mapping> written = entry.mappings("measures");
        List<Measure> measures =
                written.stream().flatMap(measure -> measure(measure).stream()).toList();
        if (id.isEmpty()
                || name.isEmpty()
                || subject.isEmpty()
                || time.isEmpty()
                || measures.isEmpty()
                || measures.size() < written.size()) {
            return Optional.empty();
        }
        return Optional.of(new Declared<>(
                new SourceMapping(
                        id.get(),
                        name.get(),
                        owner,
                        points,
                        entry.truth("history"),
                        decimals(entry),
                        subject.get(),
                        time.get(),
                        measures,
                        entry.text("revision"),
                        entry.text("reason"),
                        entry.mapping("drop").flatMap(SourceReader::drop),
                        entry.mapping("jdbc").flatMap(new PullReader(values)::read),
                        entry.mapping("kafka").flatMap(new FollowReader(values)::read)),
                entry));
    }

    private static Optional<Integer> decimals(Mapping entry) {
        return entry.text("decimals").filter(text -> text.matches("[0-6]")).map(Integer::valueOf);
    }

    private static Optional<Time> time(Mapping entry) {
        return entry.text("column")
                .map(column -> new Time(column, entry.text("format").orElse("iso")));
    }

    private static Optional<Drop> drop(Mapping entry) {
        char delimiter = entry.scalar("delimiter")
                .map(scalar -> scalar.text().isEmpty() ? ',' : scalar.text().charAt(0))
                .orElse(',');
        return entry.text("files")
                .map(files -> new Drop(files, entry.text("charset").orElse("auto"), delimiter, sheet(entry)));
    }

    private static Sheet sheet(Mapping drop) {
        return drop.mapping("sheet")
                .map(entry -> new Sheet(
                        entry.text("name").orElse(""),
                        entry.text("header")
                                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                                .map(Integer::parseInt)
                                .orElse(0),
                        new Template(
                                entry.mapping("template")
                                        .flatMap(t -> t.text("cell"))
                                        .orElse(""),
                                entry.mapping("template")
                                        .flatMap(t -> t.text("text"))
                                        .orElse("")),
                        entry.texts("units"),
                        entry.texts("skip")))
                .orElse(Sheet.ANY);
    }

    private Optional<Measure> measure(Mapping entry) {
        Optional<String> value = entry.text("value");
        Optional<String> numerator = entry.text("numerator");
        Optional<String> denominator = entry.text("denominator");
        if (numerator.isPresent() != denominator.isPresent() || (value.isEmpty() && numerator.isEmpty())) {
            values.report(
                    entry.place(), Code.MEASURE_FORM, "没有说清从哪一列取数；请写 value（值），或同时写 numerator（分子）和 denominator（分母）。");
            return Optional.empty();
        }
        return entry.text("point")
                .map(point -> new Measure(
                        point,
                        value,
                        numerator,
                        denominator,
                        entry.text("unit"),
                        entry.truth("optional"),
                        Set.copyOf(entry.texts("absent"))));
    }
}
