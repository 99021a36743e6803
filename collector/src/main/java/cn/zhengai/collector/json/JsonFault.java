package cn.zhengai.collector.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JSON parser found wrong, said in Chinese: the kinds people meet, and a general sentence for the others. */
final class JsonFault {
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.+?)' \\(code");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'", Pattern.DOTALL);
    private static final Pattern CLOSE = Pattern.compile("Unexpected close marker '(.)'");

    private JsonFault() {}

    static String sentence(JsonProcessingException bad) {
        String said = bad.getOriginalMessage();
        if (bad instanceof JsonEOFException) {
            return "JSON 不完整，到此中断，可能缺少结尾的引号或括号";
        }
        Matcher token = TOKEN.matcher(said);
        if (token.find()) {
            return "JSON 语法错误：“" + token.group(1) + "”不是 JSON 的值，文字要放在英文双引号里";
        }
        Matcher close = CLOSE.matcher(said);
        if (close.find()) {
            return "JSON 语法错误：这里的“" + close.group(1) + "”没有与之配对的开头，请检查括号";
        }
        Matcher character = CHARACTER.matcher(said);
        if (character.find()) {
            return "JSON 语法错误：这里不应出现“" + character.group(1) + "”，请检查它前面的逗号、冒号、引号和括号";
        }
        if (said.startsWith("Illegal unquoted character")) {
            return "JSON 语法错误：引号内有换行、制表符等控制字符，请写成 \\n、\\t";
        }
        if (said.startsWith("Unrecognized character escape")) {
            return "JSON 语法错误：反斜线后面的字符不能这样写，一个反斜线应写作两个";
        }
        if (said.startsWith("Invalid numeric value") || said.contains("number")) {
            return "JSON 语法错误：数的写法不对，前面不能有多余的 0 或加号，小数点两边都要有数字";
        }
        return said.startsWith("Invalid UTF-8") ? "文字不是 UTF-8 编码" : "JSON 语法错误，请检查引号、逗号和括号";
    }
}
