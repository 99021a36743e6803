package cn.zhengai.alerting.webhook;

import cn.zhengai.alerting.dispatch.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a receiver meant. 2xx: delivered, unless the body says {@code errcode} other than 0, as robots of the big messengers
 * do with HTTP 200; 408, 425, 429 and 5xx: later, not before {@code Retry-After}; anything else: never.
 */
final class Answer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_SHOWN = 200;
    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    private Answer() {}

    /** @param body as far as it was read */
    static Outcome outcome(int status, Optional<String> retryAfter, String body, Instant now) {
        if (status >= 200 && status < 300) {
            return error(body)
                    .<Outcome>map(said -> Outcome.TryLater.one("接收方报告错误：" + said))
                    .orElseGet(() -> new Outcome.Delivered("接收方答复 " + status));
        }
        if (status >= 500 || status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY) {
            Duration wait = retryAfter.flatMap(text -> wait(text, now)).orElse(Duration.ZERO);
            return new Outcome.TryLater("接收方暂时不能接收，答复 " + status, wait, true);
        }
        return new Outcome.Refused("接收方拒绝，答复 " + status);
    }

    private static Optional<String> error(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode code = JSON.readTree(body).path("errcode");
            return code.isMissingNode() || code.asText().equals("0") ? Optional.empty() : Optional.of(cut(body));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }

    /** RFC 9110, section 10.2.3: seconds or an HTTP date; empty when it is neither. */
    private static Optional<Duration> wait(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
