package cn.zhengai.alerting.webhook;

import java.net.URI;
import java.util.Optional;

/**
 * Where a named webhook goes.
 *
 * @param url http or https; a credential, never shown
 * @param secret signs the body when present
 */
public record Target(URI url, Optional<String> secret) {
    public Target {
        String scheme = url.getScheme();
        if (url.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("a webhook's URL is http or https with a host");
        }
    }

    /** Without path, query and secret. */
    @Override
    public String toString() {
        return "Target[" + url.getScheme() + "://" + url.getHost() + "/...]";
    }
}
