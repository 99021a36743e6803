package cn.zhengai.console.push;

import cn.zhengai.collector.keys.KeyRing;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Refusal;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the key in a request, in all the places where senders put it, and the source it belongs to. */
public final class Credentials {
    private static final Pattern SCHEME = Pattern.compile("(?i)(bearer|token|basic)\\s+(\\S.*)");

    private final KeyRing keys;

    public Credentials(KeyRing keys) {
        this.keys = keys;
    }

    /** {@code Authorization: Bearer KEY}, {@code Authorization: Token KEY} or {@code X-Api-Key: KEY}. */
    public String source(Context ctx) {
        return source(header(ctx));
    }

    /** As InfluxDB 1.x besides: the password of {@code u} and {@code p} or of Basic, or {@code user:password} as token. */
    String sourceOfInfluxV1(Context ctx) {
        return source(Optional.ofNullable(ctx.queryParam("p")).or(() -> header(ctx)));
    }

    /** The source a key belongs to that came another way, e.g. in a form. */
    public String source(Optional<String> key) {
        String presented =
                key.map(String::strip).filter(k -> !k.isEmpty()).orElseThrow(() -> new Refusal(Fault.KEY_MISSING, ""));
        return keys.sourceOf(presented)
                .or(() -> keys.sourceOf(presented.substring(presented.indexOf(':') + 1)))
                .orElseThrow(() -> new Refusal(Fault.KEY_UNKNOWN, ""));
    }

    private static Optional<String> header(Context ctx) {
        Optional<String> authorization = Optional.ofNullable(ctx.header("Authorization"));
        Matcher matcher = SCHEME.matcher(authorization.orElse("").strip());
        if (matcher.matches()) {
            String rest = matcher.group(2).strip();
            return matcher.group(1).equalsIgnoreCase("basic") ? password(rest) : Optional.of(rest);
        }
        return Optional.ofNullable(ctx.header("X-Api-Key"));
    }

    private static Optional<String> password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal(Fault.KEY_UNKNOWN, "Basic 认证内容不是有效的 Base64");
        }
    }
}
