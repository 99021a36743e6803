package cn.zhengai.alerting.webhook;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;

/** The beginning of an answer as text; the rest is read and thrown away. */
final class LimitedBody {
    private static final int LIMIT = 4096;

    private LimitedBody() {}

    static HttpResponse.BodyHandler<String> handler() {
        return response -> {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            return BodySubscribers.mapping(
                    BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(bytes ->
                            kept.write(bytes, 0, Math.min(bytes.length, LIMIT - Math.min(LIMIT, kept.size()))))),
                    done -> kept.toString(StandardCharsets.UTF_8));
        };
    }
}
