package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Supply;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file below {@code points/}. */
record PointReader(ValueReader values) {

    List<DeclaredPoint> read(Document document) {
        return values.word(document.top(), "level", Level.class)
                .map(level -> document.entries().stream()
                        .flatMap(entry -> point(entry, level).stream())
                        .toList())
                .orElse(List.of());
    }

    private record Core(String id, String name, Scale scale, RollUp rollUp, Cadence cadence, Fraction weight) {}

    private Optional<DeclaredPoint> point(Mapping entry, Level level) {
        Optional<Core> core = core(entry);
        Optional<String> owner = values.unit(entry, "owner");
        Optional<String> master = values.source(entry, "master");
        PatienceReader patience = new PatienceReader(values);
        Optional<Patience> hold = patience.read(entry, "hold");
        Optional<Patience> calm = patience.read(entry, "calm");
        if (core.isEmpty()) {
            return Optional.empty();
        }
        String title = "质控点“" + core.get().name() + "”（" + core.get().id() + "）";
        LineReader lines = new LineReader(values, core.get().scale(), title);
        Optional<Condition> plausible = lines.plausible(entry);
        List<Declared<LinesVersion>> versions = new VersionReader(values, lines).read(entry);
        if (versions.stream().noneMatch(v -> v.value().scope().equals(LinesVersion.Scope.ALL))
                || hold.isEmpty()
                || calm.isEmpty()) {
            return Optional.empty();
        }
        boolean atStandard = entry.text("raise-at").filter("standard"::equals).isPresent();
        Watch watch = new Watch(hold.get(), calm.get(), atStandard, entry.truth("veto"));
        ControlPoint point = new ControlPoint(
                core.get().id(),
                core.get().name(),
                level,
                core.get().scale().unit(),
                core.get().scale().direction(),
                core.get().rollUp(),
                core.get().cadence(),
                core.get().weight(),
                owner,
                plausible,
                Set.copyOf(entry.texts("applies-to")),
                watch,
                versions.stream().map(Declared::value).toList(),
                !entry.has("enabled") || entry.truth("enabled"),
                new Supply(grace(entry), master));
        return Optional.of(new DeclaredPoint(point, entry, versions));
    }

    /** The schema lets through whole days or hours only. */
    private static Optional<Duration> grace(Mapping entry) {
        return entry.text("grace")
                .filter(text -> text.matches("P\\d{1,3}D|PT\\d{1,2}H"))
                .map(Duration::parse)
                .filter(grace -> grace.toDays() == 0 || grace.equals(Duration.ofDays(grace.toDays())));
    }

    private Optional<Core> core(Mapping entry) {
        Optional<String> id = values.id(entry);
        Optional<String> name = entry.text("name");
        Optional<MeasureUnit> unit = unit(entry);
        Optional<Direction> direction = entry.text("direction").flatMap(PointReader::direction);
        Optional<RollUp> rollUp = values.word(entry, "roll-up", RollUp.class);
        Optional<Cadence> cadence = values.word(entry, "cadence", Cadence.class);
        Optional<Fraction> weight = values.positive(entry, "weight");
        boolean whole = id.isPresent()
                && name.isPresent()
                && unit.isPresent()
                && direction.isPresent()
                && rollUp.isPresent()
                && cadence.isPresent()
                && weight.isPresent();
        return whole
                ? Optional.of(new Core(
                        id.get(),
                        name.get(),
                        new Scale(unit.get(), direction.get()),
                        rollUp.get(),
                        cadence.get(),
                        weight.get()))
                : Optional.empty();
    }

    private static Optional<Direction> direction(String word) {
        return switch (word) {
            case "higher" -> Optional.of(Direction.HIGHER_IS_BETTER);
            case "lower" -> Optional.of(Direction.LOWER_IS_BETTER);
            case "within" -> Optional.of(Direction.WITHIN);
            default -> Optional.empty();
        };
    }

    private Optional<MeasureUnit> unit(Mapping entry) {
        if (!entry.has("codes")) {
            if (!entry.has("unit")) {
                values.report(entry.place(), Code.MISSING_KEY, "缺少计量单位；请写 unit，如 unit: \"%\"，或写 codes 列出等级。");
            }
            return entry.text("unit").map(MeasureUnit::of);
        }
        if (entry.has("unit")) {
            values.report(entry.placeOf("unit"), Code.UNIT_AND_CODES, "unit 和 codes 只能写一个；等级类质控点请删去 unit。");
        }
        List<String> codes = entry.texts("codes");
        if (new HashSet<>(codes).size() < codes.size()) {
            values.report(entry.placeOf("codes"), Code.BAD_CODES, "codes 里有重复的等级；请由差到好各写一次。");
            return Optional.empty();
        }
        return codes.size() < 2 ? Optional.empty() : Optional.of(MeasureUnit.ofCodes(codes));
    }
}
