package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the demo college as catalogue files, in the same YAML that a college writes by hand. */
final class DemoFiles {

    private final Path folder;

    DemoFiles(Path folder) {
        this.folder = folder;
    }

    void subjects(Map<Level, List<Subject>> people) throws IOException {
        for (Map.Entry<Level, List<Subject>> level : people.entrySet()) {
            String name = level.getKey().name().toLowerCase(Locale.ROOT);
            StringBuilder text = new StringBuilder("level: " + name + "\nsubjects:\n");
            for (Subject s : level.getValue()) {
                text.append("  - {id: ")
                        .append(s.id())
                        .append(", name: ")
                        .append(s.name())
                        .append(", unit: ")
                        .append(s.unit())
                        .append("}\n");
            }
            write("subjects/demo-" + name + ".yaml", text.toString());
        }
    }

    /** @param leads the unit that answers for each level's data */
    void sources(Map<Level, String> leads) throws IOException {
        StringBuilder text = new StringBuilder("# 演示学校的业务系统：每个系统导出一种 CSV，放入 drop/in 即被采集。\nsources:\n");
        source(text, "jwxt", "教务系统", leads.get(Level.COURSE));
        source(text, "xgxt", "学工系统", leads.get(Level.STUDENT));
        source(text, "rsxt", "人事系统", leads.get(Level.TEACHER));
        source(text, "zktb", "质控填报", leads.get(Level.SCHOOL));
        write(Demo.SOURCES, text.toString());
    }

    private static void source(StringBuilder text, String id, String name, @Nullable String owner) {
        text.append("  - id: ").append(id).append("\n    name: ").append(name).append('\n');
        if (owner != null) {
            text.append("    owner: ").append(owner).append('\n');
        }
        text.append("    subject: \"{主体}\"\n    time: {column: 时间}\n    drop: {files: \"");
        text.append(id).append("-*.csv\"}\n    measures:\n");
        text.append("      - {point: \"{质控点}\", value: 数值, numerator: 分子, denominator: 分母}\n");
        text.append("    reason: \"{更正原因}\"\n");
    }

    void goals(String cycle, List<Goal> goals) throws IOException {
        StringBuilder text = new StringBuilder("cycle: \"" + cycle + "\"\ngoals:\n");
        goals.forEach(goal -> append(text, goal));
        write("goals/demo-" + cycle + ".yaml", text.toString());
    }

    private static void append(StringBuilder text, Goal goal) {
        text.append("  - id: ").append(goal.id()).append('\n');
        text.append("    name: ").append(goal.name()).append('\n');
        text.append("    unit: ").append(goal.unit()).append('\n');
        text.append("    kind: ")
                .append(goal.taskKind().name().toLowerCase(Locale.ROOT))
                .append('\n');
        text.append("    weight: ").append(goal.weight()).append('\n');
        if (goal.scoring() instanceof Goal.Ratio ratio) {
            text.append("    ratio: {point: ").append(ratio.point());
            text.append(", target: ")
                    .append(ratio.target().cut(6).stripTrailingZeros().toPlainString())
                    .append("}\n");
        } else if (goal.scoring() instanceof Goal.Met met) {
            text.append("    met: {point: ").append(met.point()).append("}\n");
        } else if (goal.scoring() instanceof Goal.Tasks tasks) {
            text.append("    tasks:\n");
            for (Goal.Task task : tasks.tasks()) {
                text.append("      - {name: ").append(task.name());
                text.append(", due: \"").append(task.due()).append('"');
                task.doneOn()
                        .ifPresent(
                                done -> text.append(", done: \"").append(done).append('"'));
                task.evidence()
                        .ifPresent(evidence -> text.append(", evidence: ").append(evidence));
                text.append("}\n");
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
