package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file below {@code goals/}: default cycle and unit, then the goals. */
final class GoalReader {
    private static final List<String> SCORINGS = List.of("ratio", "met", "tasks");

    private final ValueReader values;
    private final Map<String, ControlPoint> points = new HashMap<>();

    GoalReader(ValueReader values, List<DeclaredPoint> points) {
        this.values = values;
        points.forEach(point -> this.points.put(point.value().id(), point.value()));
    }

    List<Declared<Goal>> read(Document document) {
        Optional<String> cycle = values.cycle(document.top(), "cycle");
        Optional<String> unit = values.unit(document.top(), "unit");
        return document.entries().stream()
                .flatMap(entry -> goal(entry, document.top(), cycle, unit).stream())
                .toList();
    }

    private Optional<Declared<Goal>> goal(
            Mapping entry, Mapping top, Optional<String> commonCycle, Optional<String> commonUnit) {
        demand(entry, top, "cycle", "诊改周期");
        demand(entry, top, "unit", "负责单位");
        Optional<String> id = entry.text("id");
        Optional<String> name = entry.text("name");
        Optional<String> cycle = entry.has("cycle") ? values.cycle(entry, "cycle") : commonCycle;
        Optional<String> unit = entry.has("unit") ? values.unit(entry, "unit") : commonUnit;
        Optional<Goal.TaskKind> kind = values.word(entry, "kind", Goal.TaskKind.class);
        Optional<Fraction> weight = values.positive(entry, "weight");
        Optional<Goal.Scoring> scoring = scoring(entry);
        boolean whole = id.isPresent()
                && name.isPresent()
                && cycle.isPresent()
                && unit.isPresent()
                && kind.isPresent()
                && weight.isPresent()
                && scoring.isPresent();
        return whole
                ? Optional.of(new Declared<>(
                        new Goal(
                                id.get(), name.get(), cycle.get(), unit.get(), kind.get(), weight.get(), scoring.get()),
                        entry))
                : Optional.empty();
    }

    private void demand(Mapping entry, Mapping top, String key, String chinese) {
        if (!entry.has(key) && !top.has(key)) {
            values.report(
                    entry.place(),
                    Code.MISSING_KEY,
                    "目标 %s 没有%s；请在这里写 %s，或在文件开头写一个共同的 %s。"
                            .formatted(entry.text("id").orElse(""), chinese, key, key));
        }
    }

    private Optional<Goal.Scoring> scoring(Mapping entry) {
        List<String> said = SCORINGS.stream().filter(entry::has).toList();
        if (said.size() != 1) {
            values.report(
                    entry.place(),
                    Code.SCORING,
                    said.isEmpty()
                            ? "目标 %s 没有说怎样计分；请写 ratio（完成率）、met（达标比例）或 tasks（任务完成）之一。"
                                    .formatted(entry.text("id").orElse(""))
                            : "目标 %s 同时写了 %s；只能选一种计分方式。"
                                    .formatted(entry.text("id").orElse(""), String.join("、", said)));
            return Optional.empty();
        }
        return switch (said.get(0)) {
            case "ratio" -> entry.mapping("ratio").flatMap(this::ratio);
            case "met" -> entry.mapping("met").flatMap(this::met);
            default -> tasks(entry.mappings("tasks"));
        };
    }

    private Optional<Goal.Scoring> ratio(Mapping entry) {
        Optional<String> point = values.point(entry, "point");
        Optional<Fraction> target = values.positive(entry, "target");
        Optional<Fraction> cap = entry.has("cap") ? values.positive(entry, "cap") : Optional.of(Fraction.of(100));
        return point.flatMap(p -> target.flatMap(t -> cap.map(c -> new Goal.Ratio(p, t, c))));
    }

    private Optional<Goal.Scoring> met(Mapping entry) {
        Optional<String> id = values.point(entry, "point");
        Optional<ControlPoint> point = id.map(points::get);
        if (point.isEmpty()) {
            return Optional.empty();
        }
        if (!entry.has("value")) {
            return Optional.of(new Goal.Met(point.get().id(), Optional.empty()));
        }
        return entry.scalar("value")
                .flatMap(written -> value(written, point.get()))
                .map(value -> new Goal.Met(point.get().id(), Optional.of(value)));
    }

    private Optional<Condition> value(Scalar written, ControlPoint point) {
        try {
            return Optional.of(new Scale(point.unit(), point.direction()).line(written.text(), Role.STANDARD));
        } catch (IllegalArgumentException wrong) {
            values.report(
                    written.place(),
                    Code.BAD_CONDITION,
                    "要达到的值“%s”读不懂：%s。".formatted(written.text(), wrong.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Goal.Scoring> tasks(List<Mapping> written) {
        List<Goal.Task> tasks =
                written.stream().flatMap(entry -> task(entry).stream()).toList();
        return tasks.size() == written.size() && !tasks.isEmpty()
                ? Optional.of(new Goal.Tasks(tasks))
                : Optional.empty();
    }

    private Optional<Goal.Task> task(Mapping entry) {
        Optional<LocalDate> due = values.date(entry, "due");
        Optional<LocalDate> done = values.date(entry, "done");
        return entry.text("name")
                .flatMap(name -> due.map(day -> new Goal.Task(name, day, done, entry.text("evidence"))));
    }
}
