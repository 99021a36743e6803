package cn.zhengai.core.version;

import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Fraction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything a catalogue declares as Chinese properties and values, to be compared and read.
 *
 * @param names gives units, points and subjects that are referred to their names, for both that are compared: a new name
 *     is one difference, not one at every place that refers to it
 */
record Described(Catalogue names) {

    Map<String, String> college(Catalogue c) {
        Map<String, String> p = new LinkedHashMap<>();
        p.put("校名", c.college());
        p.put("时区", c.zone().getId());
        for (Level level : Level.values()) {
            p.put(
                    level.chinese() + "层面牵头部门",
                    unit(c, Optional.ofNullable(c.leadOffices().get(level))));
        }
        p.put(
                "上课的星期",
                c.calendar().days().weekdays().stream()
                        .sorted()
                        .map(d -> "周" + "一二三四五六日".charAt(d.getValue() - 1))
                        .collect(Collectors.joining("、")));
        p.put("假期", spans(c.calendar().days().holidays()));
        p.put("考试周", spans(c.calendar().days().exams()));
        p.put(
                "调休上课",
                list(c.calendar().days().makeUpDays().stream()
                        .map(Object::toString)
                        .toList()));
        p.put(
                "上课时间",
                c.calendar().days().hours().from() + " 至 "
                        + c.calendar().days().hours().until());
        return p;
    }

    private static String spans(List<DaySpan> spans) {
        return spans.stream()
                .map(s -> s.name() + " " + s.from() + " 至 " + s.last())
                .collect(Collectors.joining("、"));
    }

    Map<String, Map<String, String>> units(Catalogue c) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (OrgUnit unit : c.tree().units()) {
            Map<String, String> p = new LinkedHashMap<>();
            p.put("名称", unit.name());
            p.put("类别", unit.kind().chinese());
            p.put("上级单位", unit(c, unit.parent()));
            p.put("别名", list(unit.aliases()));
            p.put("负责人", unit.head().orElse(""));
            p.put(
                    "联系方式",
                    unit.contacts().stream()
                            .map(to -> to.channel() + " " + to.address())
                            .collect(Collectors.joining("、")));
            life(p, unit.life());
            all.put(unit.id(), p);
        }
        return all;
    }

    Map<String, String> subject(Subject subject, Catalogue c) {
        Map<String, String> p = new LinkedHashMap<>();
        p.put("名称", subject.name());
        p.put("层面", subject.level().chinese());
        p.put("所属单位", unit(c, Optional.of(subject.unit())));
        p.put("别名", list(subject.aliases()));
        p.put("分组", list(subject.groups()));
        life(p, subject.life());
        return p;
    }

    private static void life(Map<String, String> p, Life life) {
        p.put("设立", life.from().map(Object::toString).orElse(""));
        p.put("结束", life.until().map(day -> day.minusDays(1).toString()).orElse(""));
        p.put("承接", list(life.succeeds()));
    }

    Map<String, Map<String, String>> points(Catalogue c) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (ControlPoint point : c.points().values()) {
            Map<String, String> p = new LinkedHashMap<>();
            p.put("名称", point.name());
            p.put("层面", point.level().chinese());
            p.put("计量单位", point.unit().symbol());
            p.put("代码", list(point.unit().codes()));
            p.put("方向", point.direction().chinese());
            p.put("汇总方式", point.rollUp().chinese());
            p.put("采集频率", point.cadence().chinese());
            p.put("权重", number(point.weight()));
            p.put("责任单位", unit(c, point.owner()));
            p.put("合理范围", point.plausible().map(Condition::text).orElse(""));
            p.put("适用分组", list(point.appliesTo()));
            p.put("启用", point.enabled() ? "是" : "否");
            p.put("持续", patience(point.watch().hold()));
            p.put("恢复", patience(point.watch().calm()));
            p.put("未达标即预警", point.watch().raiseAtStandard() ? "是" : "否");
            p.put("一票否决", point.watch().veto() ? "是" : "否");
            p.put("宽限", point.supply().grace().map(Object::toString).orElse(""));
            p.put("主来源", point.supply().master().orElse(""));
            point.versions().forEach(lines -> lines(p, lines, c));
            all.put(point.id(), p);
        }
        return all;
    }

    private void lines(Map<String, String> p, LinesVersion v, Catalogue c) {
        String where = (v.scope().equals(Scope.ALL) ? "" : scope(v.scope(), c))
                + (v.from().equals(CatalogueVersion.ALWAYS)
                        ? ""
                        : (v.scope().equals(Scope.ALL) ? "" : "，") + "自 " + v.from());
        String mark = where.isEmpty() ? "" : "（" + where + "）";
        p.put("目标值" + mark, v.lines().target().text());
        p.put("标准值" + mark, v.lines().standard().text());
        p.put("预警值" + mark, v.lines().warning().text());
    }

    private String scope(Scope scope, Catalogue c) {
        return switch (scope.kind()) {
            case ALL -> "全部";
            case UNIT -> unit(c, Optional.of(scope.id()));
            case GROUP -> "分组 " + scope.id();
            case SUBJECT ->
                names.subject(scope.id())
                        .or(() -> c.subject(scope.id()))
                        .filter(s -> !s.level().personal())
                        .map(Subject::name)
                        .orElse("个别主体");
        };
    }

    private static String patience(Patience patience) {
        String time = patience.time().isZero() ? "" : "，" + patience.time();
        return patience.readings() + " 次" + time;
    }

    static Map<String, Map<String, String>> cycles(Catalogue c) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        c.cycles()
                .values()
                .forEach(cycle -> all.put(
                        cycle.id(),
                        Map.of(
                                "名称", cycle.name(),
                                "类别", cycle.kind().chinese(),
                                "起止", cycle.from() + " 至 " + cycle.until().minusDays(1))));
        return all;
    }

    /** A goal's id is its own within unit and cycle. */
    static String key(Goal goal) {
        return goal.cycle() + "/" + goal.unit() + "/" + goal.id();
    }

    Map<String, Map<String, String>> goals(Catalogue c) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Goal goal : c.goals()) {
            Map<String, String> p = new LinkedHashMap<>();
            p.put("名称", goal.name());
            p.put("类别", goal.taskKind().chinese());
            p.put("权重", number(goal.weight()));
            scoring(p, goal.scoring(), c);
            all.put(key(goal), p);
        }
        return all;
    }

    private void scoring(Map<String, String> p, Goal.Scoring scoring, Catalogue c) {
        if (scoring instanceof Goal.Ratio ratio) {
            p.put("计分方式", "按比率");
            p.put("质控点", point(c, ratio.point()));
            p.put("目标值", number(ratio.target()));
            p.put("上限", number(ratio.cap()) + "%");
        } else if (scoring instanceof Goal.Met met) {
            p.put("计分方式", "按达标主体数");
            p.put("质控点", point(c, met.point()));
            p.put("应达到", met.value().map(Condition::text).orElse("标准值"));
        } else if (scoring instanceof Goal.Tasks tasks) {
            p.put("计分方式", "按任务完成数");
            for (Goal.Task task : tasks.tasks()) {
                p.put(
                        "任务“" + task.name() + "”",
                        "期限 " + task.due()
                                + task.doneOn().map(day -> "，" + day + " 完成").orElse("，未完成")
                                + task.evidence().map(e -> "，佐证 " + e).orElse(""));
            }
        }
    }

    Map<String, Map<String, String>> sources(Catalogue c) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (SourceMapping source : c.sources().values()) {
            Map<String, String> p = new LinkedHashMap<>();
            p.put("名称", source.name());
            p.put("责任单位", unit(c, source.owner()));
            p.put("可报质控点", source.points().isEmpty() ? "全部" : list(source.points()));
            p.put("历史数据", source.history() ? "是" : "否");
            p.put("小数位", source.decimals().map(Object::toString).orElse(""));
            p.put("主体", source.subject());
            p.put("时间", source.time().column() + "（" + source.time().format() + "）");
            p.put("更正号", source.revision().orElse(""));
            p.put("投放文件", source.drop().map(SourceMapping.Drop::files).orElse(""));
            p.put(
                    "拉取",
                    source.pull()
                            .map(pull -> "配置 " + Integer.toHexString(pull.hashCode()))
                            .orElse(""));
            p.put(
                    "订阅",
                    source.follow()
                            .map(follow -> follow.topic() + "，配置 " + Integer.toHexString(follow.hashCode()))
                            .orElse(""));
            p.put("取数", source.measures().stream().map(Described::measure).collect(Collectors.joining("；")));
            all.put(source.id(), p);
        }
        return all;
    }

    private static String measure(SourceMapping.Measure m) {
        String quotient = m.numerator()
                .map(top -> top + " ÷ " + m.denominator().orElse(""))
                .orElse("");
        return m.point() + " ← "
                + m.value()
                        .map(v -> quotient.isEmpty() ? v : v + " 或 " + quotient)
                        .orElse(quotient)
                + (m.optional() ? "（可空）" : "")
                + (m.absent().isEmpty() ? "" : "（" + list(m.absent()) + " 当作没有填）");
    }

    private String unit(Catalogue c, Optional<String> id) {
        return id.map(u -> names.tree()
                        .unit(u)
                        .or(() -> c.tree().unit(u))
                        .map(OrgUnit::name)
                        .orElse(u))
                .orElse("");
    }

    private String point(Catalogue c, String id) {
        return names.point(id).or(() -> c.point(id)).map(ControlPoint::name).orElse(id);
    }

    private static String list(Collection<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining("、"));
    }

    private static String number(Fraction fraction) {
        return fraction.equals(Fraction.of(fraction.cut(6)))
                ? fraction.cut(6).stripTrailingZeros().toPlainString()
                : fraction.toString();
    }
}
