package cn.zhengai.storage.results.question;

import java.util.regex.Pattern;

/**
 * Regular expressions that mean the same in Go and in Java: letters, escaped signs, {@code . | * + ? ( ) ^ $}. Others are
 * refused.
 */
final class Regex {
    private static final String REFUSED = "[]{}";

    private Regex() {}

    static Pattern pattern(String go) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < go.length(); i++) {
            char c = go.charAt(i);
            if (c == '\\') {
                i++;
                java.append(escaped(i < go.length() ? go.charAt(i) : 'z'));
            } else if (REFUSED.indexOf(c) >= 0 || (c == '?' && i > 0 && "(*+?".indexOf(go.charAt(i - 1)) >= 0)) {
                throw Refused.because("正则表达式里的“" + c + "”");
            } else if (c == '+' && i > 0 && "*+?".indexOf(go.charAt(i - 1)) >= 0) {
                throw Refused.because("正则表达式里的“" + c + "”");
            } else {
                java.append(c == '$' ? "\\z" : String.valueOf(c));
            }
        }
        try {
            return Pattern.compile(java.toString(), Pattern.UNIX_LINES);
        } catch (java.util.regex.PatternSyntaxException wrong) {
            throw Refused.because("正则表达式 /" + go + "/");
        }
    }

    /** A sign stands for itself; a letter would stand for more. */
    private static String escaped(char c) {
        if (c >= 128 || Character.isLetterOrDigit(c)) {
            throw Refused.because("正则表达式里的“\\" + c + "”");
        }
        return "\\" + c;
    }
}
