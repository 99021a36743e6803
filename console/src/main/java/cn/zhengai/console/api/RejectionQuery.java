package cn.zhengai.console.api;

import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What rejections are asked for, by the same names in an address and in a body. */
public final class RejectionQuery {
    private RejectionQuery() {}

    /** Without a status: any. */
    public static Query of(Asked asked, ZoneId zone, int limit) {
        return new Query(
                asked.text("source"),
                asked.text("reason").map(RejectionQuery::reason),
                asked.text("status").map(RejectionQuery::status),
                asked.instant("since", zone),
                asked.text("text"),
                asked.offset(),
                asked.limit(limit));
    }

    public static Reason reason(String name) {
        return constant("reason", Reason.values(), name);
    }

    private static Status status(String name) {
        return constant("status", Status.values(), name);
    }

    private static <E extends Enum<E>> E constant(String parameter, E[] all, String name) {
        Optional<E> found = Arrays.stream(all)
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
        return found.orElseThrow(() -> Refusal.badParameter(
                parameter,
                "应为 " + String.join("、", Arrays.stream(all).map(Enum::name).toList()) + " 之一，收到 " + name));
    }
}
