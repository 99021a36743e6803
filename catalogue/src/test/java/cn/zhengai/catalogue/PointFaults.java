package cn.zhengai.catalogue;

import static cn.zhengai.catalogue.Fault.ofPoint;

import cn.zhengai.catalogue.finding.Code;
import java.util.List;
import java.util.stream.Stream;

/** Faults of control points: units, lines, patience, versions, overrides. */
final class PointFaults {
    private static final String PERCENT = "unit: \"%\", direction: higher, roll-up: last, ";
    private static final String LINES = "target: 98, standard: 95, warning: 90";

    private PointFaults() {}

    static Stream<Fault> all() {
        return Stream.of(lines(), units(), patience(), scopes()).flatMap(List::stream);
    }

    private static List<Fault> lines() {
        return List.of(
                ofPoint(Code.LINES_CONTRADICT, PERCENT + "target: 98, standard: 95, warning: ▲\"< 96\"", "95% 既在预警值"),
                ofPoint(Code.LINES_CONTRADICT, PERCENT + "target: ▲90, standard: 95, warning: 80", "90% 达到目标值"),
                ofPoint(
                        Code.LINES_CONTRADICT,
                        "codes: [差, 中, 良, 优], direction: higher, roll-up: last, target: 优, standard: 中, warning: ▲中",
                        "中 既在预警值"),
                ofPoint(
                        Code.LINES_CONTRADICT,
                        PERCENT + LINES + ", versions: [{from: 2026-01-01, target: ▲90}]",
                        "却未达到标准值“>= 95”"),
                ofPoint(
                        Code.DIRECTION_DISAGREES,
                        PERCENT + "target: 98, standard: 95, warning: ▲\"> 99\"",
                        "请改用 <，或改正 direction"),
                ofPoint(
                        Code.DIRECTION_DISAGREES,
                        "codes: [差, 中, 优], direction: higher, roll-up: last, target: ▲\"<= 差\", standard: 中, warning:"
                                + " 差",
                        "请换一个等级"),
                ofPoint(
                        Code.BAD_CONDITION,
                        "unit: 分, direction: within, roll-up: last, target: 70..80, standard: 60..90, warning: ▲50",
                        "不能只写一个数"),
                ofPoint(
                        Code.DIRECTION_DISAGREES,
                        "unit: 分, direction: within, roll-up: last, target: ▲\">= 95\", standard: \"60..100\", "
                                + "warning: \"< 60\", plausible: 0..100",
                        "请写成区间"),
                ofPoint(Code.BAD_CONDITION, PERCENT + "target: ▲\"98%\", standard: 95, warning: 90", "不要带百分号"),
                ofPoint(Code.BAD_CONDITION, PERCENT + "target: ▲优秀, standard: 95, warning: 90", "读不懂"),
                ofPoint(Code.BAD_CONDITION, PERCENT + "target: ▲98.1234567, standard: 95, warning: 90", "六位小数"),
                ofPoint(Code.BAD_CONDITION, PERCENT + LINES + ", plausible: ▲100..0", "小数..大数"),
                ofPoint(Code.BAD_CONDITION, PERCENT + LINES + ", plausible: ▲100", "不能只写一个数"),
                ofPoint(
                        Code.BAD_CONDITION,
                        "codes: [差, 中, 良], direction: higher, roll-up: last, target: ▲优, standard: 中, warning: 差",
                        "没有等级“优”，可以写：差、中、良"),
                ofPoint(
                        Code.BAD_CONDITION,
                        "codes: [差, 中, 良], direction: higher, roll-up: last, target: ▲\"> 良\", standard: 中, warning: 差",
                        "没有比“良”更好的等级"),
                ofPoint(
                        Code.TARGET_IMPLAUSIBLE,
                        PERCENT + "target: ▲98, standard: 0.5, warning: 0.2, plausible: 0..1",
                        "永远达不到"),
                ofPoint(
                        Code.STANDARD_IMPLAUSIBLE,
                        PERCENT + LINES
                                + ", plausible: 0..100, versions: [{from: 2026-01-01, standard: ▲101, target: 102}]",
                        "标准值“>= 101”在合理范围 0..100 之外"),
                ofPoint(
                        Code.NEVER_WARNS,
                        PERCENT + "target: 98, standard: 95, warning: ▲\"< 0\", plausible: 0..100",
                        "永远不会预警"));
    }

    private static List<Fault> units() {
        return List.of(
                ofPoint(Code.UNKNOWN_MEASURE_UNIT, "unit: ▲公里, direction: higher, roll-up: last, " + LINES, "不常见"),
                ofPoint(
                        Code.UNKNOWN_MEASURE_UNIT,
                        "unit: ▲元每生, direction: higher, roll-up: last, " + LINES,
                        "是不是想写 元/生"),
                ofPoint(
                        Code.UNIT_AND_CODES,
                        "unit: ▲分, codes: [差, 优], direction: higher, roll-up: last, target: 优, standard: 优, warning: 差",
                        "只能写一个"),
                ofPoint(
                        Code.BAD_CODES,
                        "codes: ▲[差, 优, 差], direction: higher, roll-up: last, target: 优, standard: 优, warning: 差",
                        "重复"),
                ofPoint(Code.NOT_A_RATIO, "unit: 人, direction: higher, roll-up: ▲ratio, " + LINES, "不是比率"),
                ofPoint(
                        Code.NOT_A_RATIO,
                        "unit: 是/否, direction: higher, roll-up: ▲ratio, target: 是, standard: 是, warning: 否",
                        "不是比率"),
                ofPoint(Code.ROLL_UP_UNFIT, "unit: \"%\", direction: higher, roll-up: ▲mean, " + LINES, "百分数求平均"),
                weighing("▲0", "必须大于 0"),
                weighing("▲-3", "必须大于 0"),
                weighing("▲0.1234567", "六位小数"),
                weighing("▲1e99", "不能大于"),
                new Fault(
                        Code.MISSING_KEY,
                        "points/x.yaml",
                        "level: course\n"
                                + "points:\n"
                                + "  - ▲{id: course.x, name: 试验, cadence: daily, weight: 10, direction: higher, roll-up:"
                                + " last, " + LINES + "}\n",
                        "缺少计量单位"),
                new Fault(
                        Code.DUPLICATE_NAME,
                        "points/x.yaml",
                        "level: course\npoints:\n  - {id: course.x, name: ▲签到率, cadence: daily, weight: 10, " + PERCENT
                                + LINES + "}\n",
                        "course.attendance"));
    }

    private static Fault weighing(String weight, String says) {
        return new Fault(
                Code.OUT_OF_RANGE,
                "points/x.yaml",
                "level: course\npoints:\n  - {id: course.x, name: 试验, cadence: daily, weight: " + weight + ", "
                        + PERCENT + LINES + "}\n",
                says);
    }

    private static List<Fault> patience() {
        return List.of(
                ofPoint(Code.BAD_PATIENCE, PERCENT + LINES + ", hold: ▲PT0S", "没有意义"),
                ofPoint(Code.BAD_PATIENCE, PERCENT + LINES + ", calm: {time: ▲P99999D}", "十年以内"),
                ofPoint(Code.WRONG_FORM, PERCENT + LINES + ", hold: ▲三天", "P3D"),
                ofPoint(Code.WRONG_FORM, PERCENT + LINES + ", hold: {time: ▲P1M}", "只能用天和时分秒"),
                ofPoint(Code.OUT_OF_RANGE, PERCENT + LINES + ", hold: ▲0", "不能小于 1"),
                ofPoint(Code.PATIENCE_TOO_LONG, PERCENT + LINES + ", hold: ▲P400D", "超过一年"),
                ofPoint(Code.PATIENCE_TOO_LONG, PERCENT + LINES + ", calm: ▲{readings: 400}", "才解除"),
                ofPoint(Code.VETO_WAITS, PERCENT + LINES + ", veto: true, hold: ▲2", "请删去 hold"));
    }

    private static List<Fault> scopes() {
        return List.of(
                ofPoint(
                        Code.VERSION_TWICE,
                        PERCENT + LINES
                                + ", versions: [{from: 2026-01-01, target: 99}, {from: ▲2026-01-01, target: 97}]",
                        "2026-01-01"),
                ofPoint(Code.OVERRIDE_SCOPE, PERCENT + LINES + ", overrides: [▲{target: 99}]", "没有说对谁有效"),
                ofPoint(Code.OVERRIDE_SCOPE, PERCENT + LINES + ", overrides: [▲{unit: jwc, group: 理论课}]", "只能写其中一个"),
                ofPoint(
                        Code.OVERRIDE_OTHER_LEVEL,
                        PERCENT + LINES + ", overrides: [{subject: ▲T1, target: 99}]",
                        "不会生效"),
                ofPoint(
                        Code.UNKNOWN_SUBJECT,
                        PERCENT + LINES + ", overrides: [{subject: ▲C9, target: 99}]",
                        "是不是想写 C1"),
                ofPoint(Code.UNKNOWN_UNIT, PERCENT + LINES + ", overrides: [{unit: ▲jwcc, target: 99}]", "是不是想写 jwc"),
                ofPoint(Code.UNKNOWN_GROUP, PERCENT + LINES + ", overrides: [{group: ▲理论, target: 99}]", "是不是想写 理论课"),
                ofPoint(Code.UNKNOWN_GROUP, PERCENT + LINES + ", applies-to: [理论课, ▲实训课]", "没有主体带分组“实训课”"),
                ofPoint(
                        Code.VETO_LOOSENED,
                        PERCENT + LINES + ", veto: true, overrides: [{unit: jwc, warning: ▲85}]",
                        "85% 按“< 90”要预警，按这里的“< 85”却不预警"),
                ofPoint(Code.UNKNOWN_UNIT, PERCENT + LINES + ", owner: ▲教务出", "是不是想写 教务处"),
                ofPoint(Code.BAD_DATE, PERCENT + LINES + ", from: ▲2026-02-30", "没有 2026-02-30 这一天"));
    }
}
