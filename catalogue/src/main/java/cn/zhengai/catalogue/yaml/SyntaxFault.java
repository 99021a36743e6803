package cn.zhengai.catalogue.yaml;

import cn.zhengai.catalogue.finding.Code;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The YAML parser's English complaints in Chinese, with what usually helps. */
record SyntaxFault(String sign, String sentence) {
    private static final String TAB = "(TAB)";
    private static final List<SyntaxFault> KNOWN = List.of(
            new SyntaxFault(TAB, "这里用了制表符（Tab）；YAML 只能用空格缩进，请把 Tab 换成空格。"),
            new SyntaxFault("chomping or indentation", "以 > 开头的值要加引号，否则会被当作多行文字；请写成 target: \">= 98\"。"),
            new SyntaxFault("stream end", "文件在引号或括号里就结束了；请补上结尾的引号或括号。"),
            new SyntaxFault("that cannot start any token", "文字不能以这个符号开头；请把整个值加上引号，例如 unit: \"%\"。"),
            new SyntaxFault("expected a comment or a line break", "以 > 开头的值要加引号，否则会被当作多行文字；请写成 target: \">= 98\"。"),
            new SyntaxFault("mapping values are not allowed", "这里多了一个冒号，或缩进不对；文字里有冒号时请加引号。"),
            new SyntaxFault("could not find expected ':'", "这一行少了冒号，或冒号后面少了空格；请写成“键: 值”。"),
            new SyntaxFault("expected ',' or '}'", "花括号里的各项之间要用逗号隔开，并且以 } 结尾。"),
            new SyntaxFault("expected ',' or ']'", "方括号里的各项之间要用逗号隔开，并且以 ] 结尾。"),
            new SyntaxFault("unexpected end of stream", "文件在引号或括号里就结束了；请补上结尾的引号或括号。"),
            new SyntaxFault("expected <block end>", "缩进对不齐：同一层的各项要从同一列开始；请检查这一行和上一行的空格。"),
            new SyntaxFault("sequence entries are not allowed", "列表项（- 开头）不能写在这里；请另起一行并缩进。"),
            new SyntaxFault("undefined alias", "目录文件不支持 YAML 的引用（*）；文字以 * 开头时请加引号。"),
            new SyntaxFault("expected alphabetic or numeric character", "文字以 * 或 & 开头时要加引号。"),
            new SyntaxFault("unknown escape character", "双引号里的反斜杠有特殊含义；请改用单引号，或写成 \\\\。"),
            new SyntaxFault("exceeds the maximum allowed", "内容嵌套得太深或太长；请检查括号和缩进。"));

    static Code code(JsonProcessingException refused) {
        return refused.getOriginalMessage().contains(TAB) ? Code.YAML_TAB : Code.YAML_SYNTAX;
    }

    static String sentence(JsonProcessingException refused) {
        String problem = refused.getOriginalMessage();
        return KNOWN.stream()
                .filter(fault -> problem.contains(fault.sign))
                .findFirst()
                .map(SyntaxFault::sentence)
                .orElseGet(() -> "YAML 写法有误；请检查这一行的缩进、冒号和引号（解析器的原话：%s）。".formatted(original(refused)));
    }

    private static String original(JsonProcessingException refused) {
        return refused.getCause() instanceof MarkedYAMLException marked
                ? String.valueOf(marked.getProblem())
                : refused.getOriginalMessage().lines().findFirst().orElse("");
    }
}
