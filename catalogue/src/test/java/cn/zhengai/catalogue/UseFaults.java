package cn.zhengai.catalogue;

import static cn.zhengai.catalogue.Fault.ofGoal;
import static cn.zhengai.catalogue.Fault.ofSource;

import cn.zhengai.catalogue.finding.Code;
import java.util.List;
import java.util.stream.Stream;

/** Faults of what uses points: goals and sources. */
final class UseFaults {
    private static final String TIME = "time: {column: at}, ";
    private static final String ROW = "subject: \"{s}\", " + TIME;
    private static final String ANY = "measures: [{point: \"{p}\", value: v}]";

    private UseFaults() {}

    static Stream<Fault> all() {
        return Stream.of(goals(), sources(), files(), pulls(), follows()).flatMap(List::stream);
    }

    private static Fault scored(String fields, String says) {
        return new Fault(
                Code.SCORING,
                "goals/x.yaml",
                "cycle: \"2026\"\nunit: jwc\ngoals:\n  - ▲{id: g1, name: 目标, kind: key, weight: 100" + fields + "}\n",
                says);
    }

    private static List<Fault> goals() {
        return List.of(
                scored("", "没有说怎样计分"),
                scored(", met: {point: course.score}, ratio: {point: course.score, target: 90}", "同时写了 ratio、met"),
                ofGoal(Code.RATIO_UNFIT, "unit: jwc, ratio: ▲{point: teacher.ethics, target: 2}", "是等级，不能相除"),
                ofGoal(Code.GOAL_UNMEASURABLE, "unit: rsc, met: {point: ▲course.score}", "没有适用质控点“评教分”的课程层面主体"),
                ofGoal(Code.GOAL_POINT_DISABLED, "met: {point: ▲course.off}", "没有启用"),
                ofGoal(Code.UNKNOWN_POINT, "met: {point: ▲course.scoer}", "是不是想写 course.score"),
                ofGoal(Code.UNKNOWN_CYCLE, "cycle: ▲2062, met: {point: course.score}", "是不是想写 2026"),
                ofGoal(Code.BAD_CONDITION, "met: {point: course.score, value: ▲好}", "要达到的值“好”读不懂"),
                ofGoal(Code.OUT_OF_RANGE, "ratio: {point: course.score, target: ▲0}", "必须大于 0"),
                ofGoal(Code.TASK_OUTSIDE_CYCLE, "tasks: [{name: 修订, due: ▲2027-01-01}]", "不在周期“2026年度”之内"),
                ofGoal(Code.TASK_EVIDENCE, "tasks: [{name: 修订, due: 2026-06-30, done: ▲2026-06-01}]", "没有佐证"),
                ofGoal(Code.TASK_EVIDENCE, "tasks: [{name: 修订, due: 2026-06-30, evidence: ▲文件}]", "没有完成日期"),
                new Fault(
                        Code.GOAL_WEIGHTS,
                        "goals/x.yaml",
                        "goals:\n  - {id: g1, name: 目标, cycle: 2026, unit: jwc, kind: key, weight: ▲90.5, "
                                + "met: {point: course.score}}\n",
                        "权重合计是 90.5，不是 100"),
                new Fault(Code.MISSING_KEY, "goals/x.yaml", """
                        cycle: 2026
                        goals:
                          - ▲{id: g1, name: 目标, kind: key, weight: 100, met: {point: course.score}}
                        """, "没有负责单位"));
    }

    private static List<Fault> sources() {
        return List.of(
                ofSource(Code.TEMPLATE_BRACES, "subject: ▲\"{s\", " + TIME + ANY, "花括号不成对"),
                ofSource(Code.TEMPLATE_BRACES, ROW + "measures: [{point: ▲\"course.{}\", value: v}]", "里面是空的"),
                ofSource(Code.WRONG_TYPE, "subject: ▲{s}, " + TIME + ANY, "以花括号开头的文字要加引号"),
                ofSource(
                        Code.MEASURE_FORM,
                        ROW + "measures: [▲{point: course.attendance, numerator: n}]",
                        "同时写 numerator"),
                ofSource(
                        Code.MEASURE_NOT_RATIO,
                        ROW + "measures: [▲{point: course.attendance, value: v}]",
                        "只给 value 会被拒收"),
                ofSource(
                        Code.MEASURE_NOT_RATIO,
                        ROW + "measures: [▲{point: course.score, numerator: n, denominator: d}]",
                        "按平均值归集，不接受分子分母"),
                ofSource(
                        Code.UNKNOWN_POINT,
                        ROW + "measures: [{point: ▲course.scores, value: v}]",
                        "是不是想写 course.score"),
                ofSource(
                        Code.POINT_NOT_ALLOWED,
                        ROW + "points: [course.attendance], measures: [{point: ▲course.score, value: v}]",
                        "请把它加进 points"),
                ofSource(Code.POINT_DISABLED, ROW + "measures: [{point: ▲course.off, value: v}]", "没有启用"),
                ofSource(Code.UNKNOWN_UNIT, ROW + "owner: ▲xxzx, " + ANY, "没有名为“xxzx”的单位"));
    }

    private static List<Fault> files() {
        return List.of(
                ofSource(Code.BAD_TIME_FORMAT, "subject: \"{s}\", time: {column: at, format: ▲yyyy-bb}, " + ANY, "不可用"),
                ofSource(Code.BAD_GLOB, ROW + ANY + ", drop: {files: ▲\"a[.csv\"}", "括号不成对"),
                ofSource(Code.BAD_GLOB, ROW + ANY + ", drop: {files: ▲\"in/*.csv\"}", "不能带文件夹"),
                ofSource(Code.UNKNOWN_CHARSET, ROW + ANY + ", drop: {files: \"*.csv\", charset: ▲gbk-8}", "GB18030"),
                ofSource(Code.WRONG_FORM, ROW + ANY + ", drop: {files: \"*.csv\", delimiter: ▲\",,\"}", "一个字符"),
                new Fault(
                        Code.SAME_FILES,
                        "sources/x.yaml",
                        "sources:\n  - {id: s1, name: 甲, owner: jwc, " + ROW + ANY + ", drop: {files: \"*.csv\"}}\n"
                                + "  - {id: s2, name: 乙, owner: jwc, " + ROW + ANY + ", drop: {files: ▲\"*.csv\"}}\n",
                        "来源“甲”和“乙”"));
    }

    private static Fault ofPull(Code code, String fields, String says) {
        return ofSource(code, ROW + ANY + ", jdbc: {" + fields + "}", says);
    }

    private static List<Fault> pulls() {
        String mark = ", watermark: {instant: t, id: i}";
        String url = "url: \"jdbc:postgresql://h/d\", ";
        String since = "where (t, i) > (:since_instant, :since_id)";
        String query = "query: \"select * from a " + since + " order by t, i\"";
        return List.of(
                ofPull(Code.PULL_URL, "url: ▲\"postgresql://h/d\", " + query + mark, "不是 JDBC 网址"),
                ofPull(Code.PLAIN_PASSWORD, url + query + mark + ", user: reader, password: ▲secret", "看得到目录的人都看得到它"),
                ofPull(Code.PULL_WRITES, url + "query: ▲\"delete from a " + since + "\"" + mark, "要以 SELECT"),
                ofPull(
                        Code.PULL_BINDS,
                        url + "query: ▲\"select * from a where t > :since_instant order by t, i\"" + mark,
                        "没有 :since_id"),
                ofPull(
                        Code.PULL_BINDS,
                        url + "query: ▲\"select * from a " + since + " and t < :end order by t, i\"" + mark,
                        ":end 没有人填"),
                ofPull(Code.PULL_ORDER, url + "query: ▲\"select * from a " + since + "\"" + mark, "没有 ORDER BY"),
                ofPull(Code.PULL_TIMES, url + query + mark + ", every: ▲PT0.1S", "PT30S（三十秒）"),
                ofPull(Code.PULL_TIMES, url + query + mark + ", overlap: ▲PT1M", "比 safety-lag"),
                ofPull(
                        Code.UNKNOWN_ZONE,
                        url + query + ", watermark: {instant: t, id: i, zone: ▲Asia/Haikou}",
                        "请写 Asia/Shanghai"),
                ofPull(Code.MISSING_KEY, url + query + ", watermark: ▲{instant: t}", "id"),
                ofPull(Code.NOT_A_CHOICE, url + query + ", watermark: {instant: t, id: i, format: ▲unix}", "epoch-s"));
    }

    private static Fault ofFollow(Code code, String fields, String says) {
        return ofSource(code, ROW + ANY + ", kafka: {" + fields + "}", says);
    }

    private static List<Fault> follows() {
        String where = "bootstrap: \"k1:9092\", topic: labs";
        String lines = where + ", format: csv, columns: [s, v, at, p]";
        return List.of(
                ofFollow(Code.FOLLOW_SERVERS, "bootstrap: ▲\"kafka://k1\", topic: labs", "写成 主机:端口"),
                ofFollow(Code.FOLLOW_SERVERS, "bootstrap: ▲k1, topic: labs", "写成 主机:端口"),
                ofFollow(Code.FOLLOW_OWN_TOPIC, "bootstrap: \"k1:9092\", topic: ▲zhengai.readings", "没有尽头"),
                ofFollow(Code.WRONG_FORM, "bootstrap: \"k1:9092\", topic: ▲\"a b\"", "topic"),
                ofSource(Code.MISSING_KEY, ROW + ANY + ", kafka: ▲{bootstrap: \"k1:9092\"}", "topic"),
                ofFollow(Code.FOLLOW_COLUMNS, where + ", format: ▲csv", "没有表头"),
                ofFollow(Code.FOLLOW_COLUMNS, where + ", columns: ▲[s]", "不用写 columns"),
                ofFollow(Code.FOLLOW_COLUMNS, where + ", format: csv, columns: ▲[s, s]", "重名"),
                ofFollow(Code.FOLLOW_NO_COLUMN, where + ", format: csv, columns: ▲[s]", "不在 columns 里"),
                ofFollow(Code.FOLLOW_LOGIN, where + ", user: ▲reader", "要一起写"),
                ofFollow(Code.FOLLOW_LOGIN, where + ", password: ▲\"${P}\"", "要一起写"),
                ofFollow(Code.PLAIN_PASSWORD, where + ", user: reader, password: ▲secret", "看得到目录的人都看得到它"),
                ofFollow(Code.FOLLOW_SETTING, lines + ", settings: [▲\"ssl\"]", "名称=值"),
                ofFollow(Code.FOLLOW_SETTING, where + ", settings: [▲\"group.id=x\"]", "由本系统决定"),
                ofFollow(Code.PLAIN_PASSWORD, where + ", settings: [▲\"ssl.key.password=x\"]", "看得到它"),
                ofFollow(Code.PULL_TIMES, where + ", every: ▲PT0.5S", "PT30S（三十秒）"));
    }
}
