package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.Reason;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON value as they stand; unknown ones are passed over, of a name that stands twice the last counts,
 * null is absent. Filled again for each record; for one thread.
 */
final class Fields {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int SHOWN = 80;

    @Nullable
    String point;

    @Nullable
    String subject;

    @Nullable
    Long at;

    @Nullable
    String value;

    @Nullable
    String numerator;

    @Nullable
    String denominator;

    @Nullable
    Long position;

    @Nullable
    String source;

    @Nullable
    String batch;

    @Nullable
    String reason;

    @Nullable
    Instant recordedAt;

    long revision;
    int row;
    boolean history;

    /** @throws Unsound when it is no JSON object, or a field is of another kind than the schema says */
    void read(byte[] json) throws Unsound {
        clear();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unsound(Reason.UNREADABLE_ROW, "消息的值不是 JSON 对象。");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (token != JsonToken.VALUE_NULL) {
                    field(name, token, parser);
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new Unsound(Reason.UNREADABLE_ROW, "JSON 对象之后还有别的内容。");
            }
        } catch (JsonProcessingException malformed) {
            throw new Unsound(Reason.UNREADABLE_ROW, "消息的值不是合法的 JSON：" + malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private void clear() {
        point = subject = value = numerator = denominator = source = batch = reason = null;
        at = position = null;
        recordedAt = null;
        revision = 0;
        row = 1;
        history = false;
    }

    private void field(String name, JsonToken token, JsonParser parser) throws IOException, Unsound {
        switch (name) {
            case "point" -> point = string(name, token, parser);
            case "subject" -> subject = string(name, token, parser);
            case "at" -> at = instant(token, parser);
            case "value" -> value = figure(name, token, parser);
            case "numerator" -> numerator = figure(name, token, parser);
            case "denominator" -> denominator = figure(name, token, parser);
            case "position" -> position = whole(name, token, parser, Reason.UNREADABLE_ROW);
            case "revision" -> revision = revision(whole(name, token, parser, Reason.BAD_REVISION));
            case "row" -> row = row(whole(name, token, parser, Reason.UNREADABLE_ROW));
            case "source" -> source = string(name, token, parser);
            case "batch" -> batch = string(name, token, parser);
            case "reason" -> reason = string(name, token, parser);
            case "recordedAt" ->
                recordedAt = moment(string(name, token, parser)).orElseThrow(() -> bad("recordedAt"));
            case "history" -> history = flag(name, token);
            default -> parser.skipChildren();
        }
    }

    private static String string(String name, JsonToken token, JsonParser parser) throws IOException, Unsound {
        if (token != JsonToken.VALUE_STRING) {
            throw new Unsound(Reason.UNREADABLE_ROW, "字段 " + name + " 应是文字。");
        }
        return parser.getText();
    }

    private static String figure(String name, JsonToken token, JsonParser parser) throws IOException, Unsound {
        if (!token.isNumeric() && token != JsonToken.VALUE_STRING) {
            throw new Unsound(Reason.NOT_A_NUMBER, "字段 " + name + " 应是数。");
        }
        return parser.getText();
    }

    private static long whole(String name, JsonToken token, JsonParser parser, Reason reason)
            throws IOException, Unsound {
        if (token != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new Unsound(reason, "字段 " + name + " 应是整数。");
        }
        return parser.getLongValue();
    }

    private static long revision(long number) throws Unsound {
        if (number < 0) {
            throw new Unsound(Reason.BAD_REVISION, "更正号是 " + number + "，应是不小于零的整数。");
        }
        return number;
    }

    private static int row(long number) throws Unsound {
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new Unsound(Reason.UNREADABLE_ROW, "字段 row 从 1 起。");
        }
        return (int) number;
    }

    private static boolean flag(String name, JsonToken token) throws Unsound {
        if (!token.isBoolean()) {
            throw new Unsound(Reason.UNREADABLE_ROW, "字段 " + name + " 应是 true 或 false。");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private static long instant(JsonToken token, JsonParser parser) throws IOException, Unsound {
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        String text = parser.getText();
        if (token != JsonToken.VALUE_STRING) {
            throw new Unsound(Reason.BAD_INSTANT, "字段 at 应是毫秒数，或带时区的时间。");
        }
        try {
            return moment(text).orElseThrow(() -> badInstant(text)).toEpochMilli();
        } catch (ArithmeticException tooFar) {
            throw badInstant(text);
        }
    }

    private static Unsound badInstant(String text) {
        return new Unsound(
                Reason.BAD_INSTANT,
                "字段 at 是“" + shown(text) + "”：应是 1970 年以来的毫秒数，或 2026-03-02T08:00:00+08:00 这样带时区的时间。");
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Unsound bad(String name) {
        return new Unsound(Reason.UNREADABLE_ROW, "字段 " + name + " 应是带时区的时间。");
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "……";
    }
}
