package cn.zhengai.testkit.influx;

import cn.zhengai.testkit.influx.Forwarder.Answer;
import cn.zhengai.testkit.influx.Forwarder.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A deletion of release 2 ({@code {"start", "stop", "predicate"}}, the predicate equal tags joined by AND, one of them
 * {@code _measurement}) as DELETE of InfluxQL.
 */
final class Deletion {
    private static final Pattern MEMBER =
            Pattern.compile("\"(start|stop|predicate)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern EQUAL = Pattern.compile("\"?(\\w+)\"?\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Deletion() {}

    static Answer perform(URI engine, Call call) throws IOException {
        String start = "";
        String stop = "";
        String predicate = "";
        Matcher members = MEMBER.matcher(call.text());
        while (members.find()) {
            String value = unescaped(members.group(2));
            switch (members.group(1)) {
                case "start" -> start = value;
                case "stop" -> stop = value;
                default -> predicate = value;
            }
        }
        String statement = statement(start, stop, predicate);
        HttpResponse<String> answer = Engine.asked(engine, call.parameter("bucket"), statement);
        return answer.statusCode() == 200 && !answer.body().contains("\"error\"")
                ? new Answer(204, "")
                : new Answer(
                        400,
                        "{\"code\":\"invalid\",\"message\":\"" + escaped(answer.body() + " to " + statement) + "\"}");
    }

    /** The last instant is deleted too, as in release 2. */
    private static String statement(String start, String stop, String predicate) {
        String measurement = "";
        List<String> conditions = new ArrayList<>();
        Matcher equals = EQUAL.matcher(predicate);
        while (equals.find()) {
            String value = unescaped(equals.group(2));
            if (equals.group(1).equals("_measurement")) {
                measurement = value;
            } else {
                conditions.add("\"" + equals.group(1) + "\" = '"
                        + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'");
            }
        }
        conditions.add("time >= '" + start + "'");
        conditions.add("time <= '" + stop + "'");
        return "DELETE FROM \"" + measurement + "\" WHERE " + String.join(" AND ", conditions);
    }

    private static String escaped(String text) {
        return text.strip().replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char next = text.charAt(++i);
            switch (next) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> plain.append(next);
            }
        }
        return plain.toString();
    }
}
