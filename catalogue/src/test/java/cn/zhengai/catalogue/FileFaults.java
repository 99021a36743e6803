package cn.zhengai.catalogue;

import static cn.zhengai.catalogue.Fault.ofPoint;

import cn.zhengai.catalogue.finding.Code;
import java.util.List;
import java.util.stream.Stream;

/** Faults of a file as such: its syntax and its schema. */
final class FileFaults {
    private static final String X = "subjects/x.yaml";
    private static final String PERCENT = "unit: \"%\", direction: higher, roll-up: last, ";
    private static final String LINES = "target: 98, standard: 95, warning: 90";

    private FileFaults() {}

    static Stream<Fault> all() {
        return Stream.of(syntax(), schema()).flatMap(List::stream);
    }

    private static List<Fault> syntax() {
        return List.of(
                new Fault(Code.EMPTY_FILE, X, "▲", "文件是空的"),
                new Fault(Code.EMPTY_FILE, X, "▲# 只有注释\n", "文件是空的"),
                new Fault(Code.UNEXPECTED_FILE, "points/more/x.yaml", "▲level: course\n", "没有读取"),
                new Fault(Code.UNEXPECTED_FILE, "notes.yml", "▲a: 1\n", "没有读取"),
                new Fault(Code.CONTROL_CHARACTER, X, "level: course\nsubjects: []\n# ▲\u0007\n", "U+0007"),
                new Fault(Code.YAML_TAB, X, "level: course\nsubjects:\n▲\t- {id: a, name: b}\n", "把 Tab 换成空格"),
                new Fault(Code.YAML_SYNTAX, X, "level: course\nsubjects: ▲%\n", "加上引号"),
                new Fault(Code.YAML_SYNTAX, X, "level: course\nsubjects: >▲= 98\n", "要加引号"),
                new Fault(Code.YAML_SYNTAX, X, "level: course\nsubjects: > ▲98\n", "要加引号"),
                new Fault(Code.YAML_SYNTAX, X, "level: course\nsubjects: a▲: b\n", "多了一个冒号"),
                new Fault(Code.YAML_SYNTAX, X, "level: course\nsubjects: [\n▲", "补上结尾"),
                new Fault(Code.YAML_SYNTAX, X, "level: course\nsubjects: []\n---\n▲level: course\n", "一份文档"),
                new Fault(Code.YAML_ALIAS, X, "level: course\nsubjects:\n  - ▲&a {id: X1, name: b, unit: jwc}\n", "锚点"),
                new Fault(Code.DUPLICATE_KEY, X, "level: course\n▲level: teacher\nsubjects: []\n", "第一次在第 1 行"));
    }

    private static List<Fault> schema() {
        return List.of(
                new Fault(Code.WRONG_TYPE, X, "▲- a\n- b\n", "整个文件 应当是一组键值，这里写的是列表"),
                new Fault(Code.UNKNOWN_KEY, X, "level: course\nsubjects: []\n▲untis: jwc\n", "是不是想写 unit"),
                new Fault(Code.MISSING_KEY, X, "level: course\nsubjects:\n  - ▲{id: X1, unit: jwc}\n", "X1 缺少必填的 name"),
                new Fault(Code.MISSING_KEY, X, "level: course\nsubjects:\n  - ▲{id: X1, name: 甲}\n", "没有所属单位"),
                new Fault(
                        Code.WRONG_TYPE,
                        X,
                        "level: course\nsubjects:\n  - {id: X1, name: ▲[a], unit: jwc}\n",
                        "name 应当是文字、数字，这里写的是列表"),
                new Fault(
                        Code.WRONG_TYPE, X, "level: course\nsubjects:\n  - id: X1\n    name: 甲\n    unit:▲\n", "没有写值"),
                new Fault(
                        Code.WRONG_TYPE,
                        X,
                        "level: course\nsubjects:\n  - {id: X1, name: 甲, unit: jwc, groups: ▲新生}\n",
                        "应当是列表"),
                new Fault(
                        Code.WRONG_FORM,
                        X,
                        "level: course\nsubjects:\n  - {id: ▲X/1, name: 甲, unit: jwc}\n",
                        "不能有空格、斜杠"),
                new Fault(
                        Code.WRONG_FORM,
                        X,
                        "level: course\nsubjects:\n  - {id: X1, name: ▲\" \", unit: jwc}\n",
                        "不能是空白"),
                new Fault(Code.NOT_A_CHOICE, X, "level: ▲cuorse\nsubjects: []\n", "是不是想写 course"),
                ofPoint(
                        Code.NOT_A_CHOICE,
                        "unit: \"%\", direction: ▲up, roll-up: last, " + LINES,
                        "higher、lower、within"),
                ofPoint(Code.WRONG_TYPE, PERCENT + LINES + ", veto: ▲yes", "应当是 true 或 false"),
                ofPoint(
                        Code.TOO_FEW,
                        "codes: ▲[优], direction: higher, roll-up: last, target: 优, standard: 优, warning: 优",
                        "至少要写 2 项"));
    }
}
