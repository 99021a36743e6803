package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.build.LineReader.Lines;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the lines of a point by date of force and scope. A version leaves out what stays as in the one before it; an
 * override leaves out what stays as the whole college has it on the override's first day.
 */
record VersionReader(ValueReader values, LineReader lines) {
    /** Date of force of an entry without a date: always. */
    static final LocalDate ALWAYS = LocalDate.EPOCH;

    /** The point's own lines first; empty when they cannot be read. */
    List<Declared<LinesVersion>> read(Mapping point) {
        LocalDate start = values.date(point, "from").orElse(ALWAYS);
        List<Declared<LinesVersion>> found = new ArrayList<>();
        NavigableMap<LocalDate, Lines> wide = new TreeMap<>();
        wide.put(start, lines.lines(point));
        add(found, point, new Dated(start, Scope.ALL), wide.firstEntry().getValue());
        point.mappings("versions").stream()
                .sorted(Comparator.comparing(version -> version.text("from").orElse("")))
                .forEach(version -> values.date(version, "from").ifPresent(from -> {
                    Lines written = lines.lines(version).orElse(inForce(wide, from));
                    wide.put(from, written);
                    add(found, version, new Dated(from, Scope.ALL), written);
                }));
        for (Mapping override : point.mappings("overrides")) {
            LocalDate from = values.date(override, "from").orElse(start);
            Lines written = lines.lines(override).orElse(inForce(wide, from));
            scope(override).ifPresent(scope -> add(found, override, new Dated(from, scope), written));
        }
        return found;
    }

    private record Dated(LocalDate from, Scope scope) {}

    private void add(List<Declared<LinesVersion>> found, Mapping entry, Dated dated, Lines written) {
        lines.together(written, entry)
                .ifPresent(three ->
                        found.add(new Declared<>(new LinesVersion(dated.from(), dated.scope(), three), entry)));
    }

    private static Lines inForce(NavigableMap<LocalDate, Lines> wide, LocalDate day) {
        var entry = wide.floorEntry(day);
        return (entry == null ? wide.firstEntry() : entry).getValue();
    }

    private Optional<Scope> scope(Mapping override) {
        List<String> said = List.of("subject", "group", "unit").stream()
                .filter(override::has)
                .toList();
        if (said.size() != 1) {
            values.report(
                    override.place(),
                    Code.OVERRIDE_SCOPE,
                    said.isEmpty()
                            ? "这条个别值没有说对谁有效；请写 subject（主体）、group（分组）或 unit（单位）之一。"
                            : "这条个别值同时写了 %s；只能写其中一个，其余的请另写一条。".formatted(String.join("、", said)));
            return Optional.empty();
        }
        return switch (said.get(0)) {
            case "subject" -> values.subject(override, "subject").map(id -> new Scope(Scope.Kind.SUBJECT, id));
            case "unit" -> values.unit(override, "unit").map(id -> new Scope(Scope.Kind.UNIT, id));
            default -> override.text("group").map(group -> new Scope(Scope.Kind.GROUP, group));
        };
    }
}
