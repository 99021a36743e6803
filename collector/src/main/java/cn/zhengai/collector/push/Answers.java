package cn.zhengai.collector.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * Answers in the manner of each format, from the JSON kept with the receipt: the same receipt, the same answer.
 *
 * <p>Line protocol answers as InfluxDB does: 204, or 400 with {@code partial write} in the message, by which its clients
 * know that the good lines are written and that sending the same again changes nothing.
 */
final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json; charset=utf-8";
    private static final int SHOWN = 10;

    private Answers() {}

    static PushAnswer of(Format format, JsonNode kept, String text) {
        boolean clean = kept.path("rejected").asLong() == 0;
        if (!format.isLineProtocol()) {
            boolean nothing = !clean && kept.path("accepted").asLong() == 0;
            return new PushAnswer(nothing ? 422 : 200, JSON, text, OptionalInt.empty());
        }
        return clean
                ? new PushAnswer(204, "", "", OptionalInt.empty())
                : failure(format, Refusal.MALFORMED, partialWrite(kept));
    }

    private static String partialWrite(JsonNode kept) {
        StringJoiner lines = new StringJoiner(" ");
        int shown = 0;
        for (JsonNode result : kept.path("results")) {
            if (shown++ < SHOWN) {
                lines.add("第 " + result.path("row").asInt() + " 行 "
                        + result.path("reason").asText() + "："
                        + result.path("message").asText());
            }
        }
        long rejected = kept.path("rejected").asLong();
        String more = rejected > SHOWN ? " 其余见采集页面。" : "";
        return "partial write: 接收 " + kept.path("accepted").asLong() + " 条，拒收 " + rejected + " 条，重发不会改变结果。" + lines
                + more + " dropped=" + rejected;
    }

    static PushAnswer refusal(Format format, PushRefused refused) {
        return failure(format, refused.refusal(), refused.sentence());
    }

    private static PushAnswer failure(Format format, Refusal refusal, String message) {
        var body = MAPPER.createObjectNode();
        if (format == Format.LINE_PROTOCOL_V1) {
            body.put("error", message);
        } else {
            body.put("code", refusal.code());
            body.put("message", message);
        }
        OptionalInt later = refusal.retryAfter() > 0 ? OptionalInt.of(refusal.retryAfter()) : OptionalInt.empty();
        return new PushAnswer(refusal.status(), JSON, body.toString(), later);
    }

    static JsonNode parse(String kept) {
        try {
            return MAPPER.readTree(kept);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the answer kept with a receipt is no JSON", damaged);
        }
    }
}
