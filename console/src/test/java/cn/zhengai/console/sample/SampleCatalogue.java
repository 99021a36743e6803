package cn.zhengai.console.sample;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the sample college declares. One name tries to be a script; one group of teachers has three members. */
final class SampleCatalogue {
    static final String EVIL = "<script>alert('名')</script>\"&";
    private static final String[] DEPARTMENTS = {
        "质量监控与管理办公室", "教务处", "人事处", "学生处", "现代信息教育中心", "护理学院", "信息工程学院", "经济管理学院", "建筑工程学院", "学前教育学院", "艺术设计学院", "招生就业处"
    };
    private static final String[] PROGRAMS = {
        "护理", "助产", "软件技术", "大数据技术", "计算机网络技术", "大数据与会计", "电子商务", "建筑工程技术", "工程造价", "学前教育", "早期教育", "环境艺术设计"
    };
    private static final String[] COURSES = {
        "基础护理学",
        "健康评估",
        "人体解剖学",
        "Java 程序设计",
        "数据库原理",
        "Linux 系统管理",
        "基础会计",
        "网店运营",
        "市场营销",
        "建筑制图",
        "工程测量",
        "施工技术",
        "幼儿心理学",
        "学前卫生学",
        "钢琴基础",
        "构成设计",
        "手绘表现",
        "大学英语",
        "思想道德与法治",
        "体育与健康"
    };

    private SampleCatalogue() {}

    static Catalogue make() {
        return Catalogue.of(
                "西安海棠职业学院",
                ZoneId.of("Asia/Shanghai"),
                new OrgTree(units()),
                Map.of(
                        Level.SCHOOL,
                        "d0",
                        Level.PROGRAM,
                        "d1",
                        Level.COURSE,
                        "d1",
                        Level.TEACHER,
                        "d2",
                        Level.STUDENT,
                        "d3"),
                new Catalogue.Declared(subjects(), points(), cycles(), goals(), sources()),
                "0123456789abcdef");
    }

    private static List<OrgUnit> units() {
        List<OrgUnit> units = new ArrayList<>();
        units.add(unit("root", "质量管理委员会", OrgUnit.Kind.COMMITTEE, Optional.empty()));
        for (int i = 0; i < DEPARTMENTS.length; i++) {
            units.add(unit("d" + i, DEPARTMENTS[i], OrgUnit.Kind.DEPARTMENT, Optional.of("root")));
        }
        return units;
    }

    private static OrgUnit unit(String id, String name, OrgUnit.Kind kind, Optional<String> parent) {
        return new OrgUnit(id, name, kind, parent, List.of(), Optional.empty(), List.of());
    }

    private static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(subject("school", "西安海棠职业学院", Level.SCHOOL, "root", Set.of()));
        for (int i = 0; i < PROGRAMS.length; i++) {
            subjects.add(subject("p" + i, PROGRAMS[i], Level.PROGRAM, "d" + (5 + i / 2 % 6), Set.of()));
        }
        for (int i = 0; i < COURSES.length; i++) {
            subjects.add(subject("c" + i, COURSES[i], Level.COURSE, "d" + (5 + i / 3 % 6), Set.of()));
        }
        subjects.add(subject("evil", EVIL, Level.COURSE, "d5", Set.of()));
        for (int i = 0; i < 40; i++) {
            subjects.add(
                    subject("t" + i, "教师甲" + i, Level.TEACHER, "d" + (5 + i % 6), i < 3 ? Set.of("专业带头人") : Set.of()));
        }
        for (int i = 0; i < 240; i++) {
            subjects.add(subject("s" + i, "学生乙" + i, Level.STUDENT, "d" + (5 + i % 6), Set.of()));
        }
        return subjects;
    }

    private static Subject subject(String id, String name, Level level, String unit, Set<String> groups) {
        return new Subject(id, name, level, unit, List.of(), groups);
    }

    private static List<ControlPoint> points() {
        return List.of(
                point("school.ratio", "生师比", Level.SCHOOL, "a:b|LAST|<= 14|<= 15|> 16", "d2"),
                point("school.dual", "双师素质教师比例", Level.SCHOOL, "%|LAST|>= 60|>= 50|< 30", "d2"),
                point("school.placement", "毕业生去向落实率", Level.SCHOOL, "%|LAST|>= 95|>= 90|< 85", "d11"),
                point("school.area", "生均教学行政用房", Level.SCHOOL, "m²/生|LAST|>= 14|>= 12|< 8", "d4"),
                point("program.enrol", "报到率", Level.PROGRAM, "%|MEAN|>= 92|>= 88|< 80", "d11"),
                point("program.lab", "实训室使用率", Level.PROGRAM, "%|MEAN|>= 80|>= 70|< 60", "d1"),
                point("program.bases", "校外实习基地数", Level.PROGRAM, "个|LAST|>= 3|>= 2|< 1", "d1"),
                point("program.leader", "有无专业带头人", Level.PROGRAM, "是/否|LAST|= 1|= 1|= 0", "d1"),
                point("course.attendance", "学生签到率", Level.COURSE, "%|RATIO|>= 98|>= 95|< 90", "d1"),
                point("course.marking", "作业批改率", Level.COURSE, "%|RATIO|>= 98|>= 90|< 80", "d1"),
                point("course.score", "学生评教分数", Level.COURSE, "分|MEAN|>= 92|>= 85|< 75", "d1"),
                veto(),
                point("teacher.score", "学评教分数", Level.TEACHER, "分|MEAN|>= 92|>= 85|< 75", "d2"),
                lead(),
                point("student.credits", "学期平均学分", Level.STUDENT, "学分|LAST|>= 16|> 14|< 12", "d3"),
                point("student.activity", "参加专题教育活动次数", Level.STUDENT, "次|SUM|>= 10|>= 8|< 5", "d3"));
    }

    private static ControlPoint veto() {
        ControlPoint plain = point("course.accident", "教学事故数", Level.COURSE, "次|SUM|= 0|= 0|>= 1", "d1");
        return with(plain, Set.of(), new Watch(Patience.NONE, Patience.NONE, false, true));
    }

    private static ControlPoint lead() {
        ControlPoint plain = point("teacher.lead", "带头人企业实践天数", Level.TEACHER, "天|SUM|>= 30|>= 20|< 10", "d2");
        return with(plain, Set.of("专业带头人"), Watch.DEFAULT);
    }

    private static ControlPoint with(ControlPoint p, Set<String> groups, Watch watch) {
        return new ControlPoint(
                p.id(),
                p.name(),
                p.level(),
                p.unit(),
                p.direction(),
                p.rollUp(),
                p.cadence(),
                p.weight(),
                p.owner(),
                p.plausible(),
                groups,
                watch,
                p.versions(),
                p.enabled());
    }

    /** @param measure unit, roll-up, target, standard, warning value */
    private static ControlPoint point(String id, String name, Level level, String measure, String owner) {
        String[] parts = measure.split("\\|", -1);
        String[] three = java.util.Arrays.copyOfRange(parts, 2, 5);
        ThreeLines drawn = new ThreeLines(
                Condition.parse(three[0], ">="), Condition.parse(three[1], ">="), Condition.parse(three[2], "<"));
        Direction direction = three[0].startsWith("<") || three[2].startsWith(">")
                ? Direction.LOWER_IS_BETTER
                : Direction.HIGHER_IS_BETTER;
        return new ControlPoint(
                id,
                name,
                level,
                MeasureUnit.of(parts[0]),
                direction,
                RollUp.valueOf(parts[1]),
                Cadence.WEEKLY,
                Fraction.ONE,
                Optional.of(owner),
                Optional.empty(),
                Set.of(),
                Watch.DEFAULT,
                List.of(new LinesVersion(LocalDate.of(2025, 1, 1), LinesVersion.Scope.ALL, drawn)),
                true);
    }

    private static List<Cycle> cycles() {
        return List.of(
                new Cycle("2025", "2025 年度", Cycle.Kind.YEAR, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
                new Cycle("2026", "2026 年度", Cycle.Kind.YEAR, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
    }

    private static List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        for (String cycle : List.of("2025", "2026")) {
            for (int d = 0; d < DEPARTMENTS.length; d++) {
                goals.add(tasks(cycle, d));
            }
            for (int d = 5; d <= 10; d++) {
                goals.add(new Goal(
                        "g-att-" + d,
                        "课程学生签到率达到 98%",
                        cycle,
                        "d" + d,
                        Goal.TaskKind.KEY,
                        Fraction.of(3),
                        new Goal.Ratio("course.attendance", Fraction.of(98), Fraction.HUNDRED)));
                goals.add(new Goal(
                        "g-score-" + d,
                        "教师学评教分数达标",
                        cycle,
                        "d" + d,
                        Goal.TaskKind.ROUTINE,
                        Fraction.of(2),
                        new Goal.Met("teacher.score", Optional.empty())));
                goals.add(new Goal(
                        "g-mark-" + d,
                        "课程作业批改率达标",
                        cycle,
                        "d" + d,
                        Goal.TaskKind.ROUTINE,
                        Fraction.of(2),
                        new Goal.Met("course.marking", Optional.empty())));
            }
        }
        return goals;
    }

    private static Goal tasks(String cycle, int department) {
        int year = Integer.parseInt(cycle);
        List<Goal.Task> tasks = new ArrayList<>();
        String[] names = {"制定年度诊改实施方案", "完成中期自查", "组织专题培训两次", "修订管理制度", "提交年度自诊报告"};
        for (int i = 0; i < names.length; i++) {
            LocalDate due = LocalDate.of(year, 2 + 2 * i, 20);
            boolean done = (department * 7 + i * 3) % 11 != 0 && due.isBefore(LocalDate.of(2026, 11, 1));
            tasks.add(new Goal.Task(
                    names[i],
                    due,
                    done ? Optional.of(due.minusDays(department % 5)) : Optional.empty(),
                    done ? Optional.of("校发〔" + year + "〕" + (10 + i) + " 号") : Optional.empty()));
        }
        return new Goal(
                "g-task-" + department,
                "年度重点任务",
                cycle,
                "d" + department,
                Goal.TaskKind.KEY,
                Fraction.of(2),
                new Goal.Tasks(tasks));
    }

    private static List<SourceMapping> sources() {
        return List.of(
                SourceMapping.standard("jw", "教务管理系统"),
                SourceMapping.standard("xg", "学生管理系统"),
                SourceMapping.standard("yqzc", "仪器资产系统"));
    }
}
