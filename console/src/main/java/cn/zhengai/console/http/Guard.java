package cn.zhengai.console.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What browsers are told to refuse, and the refusal of forms that other sites send. */
public final class Guard {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final String ownOrigin;

    /** @param baseUrl where people reach the console, e.g. behind a proxy */
    public Guard(String baseUrl) {
        this.ownOrigin = origin(baseUrl);
    }

    public void headers(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    /**
     * A browser says where a form came from; callers that are no browsers say nothing and pass.
     *
     * @throws Refusal {@link Fault#CROSS_SITE}
     */
    public void sameOrigin(Context ctx) {
        String site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("same-origin");
        if (site.equals("cross-site")) {
            throw new Refusal(Fault.CROSS_SITE, "");
        }
        Optional<String> from = Optional.ofNullable(ctx.header("Origin")).map(Guard::origin);
        String asked = Optional.ofNullable(ctx.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        boolean own = from.isEmpty()
                || from.get().equals(ownOrigin)
                || from.get().equals("http://" + asked)
                || from.get().equals("https://" + asked);
        if (!own) {
            throw new Refusal(Fault.CROSS_SITE, "");
        }
    }

    private static String origin(String url) {
        try {
            URI uri = URI.create(url);
            return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "null";
        }
    }
}
