package cn.zhengai.dashboards.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the console's pages. */
public final class Paths {
    private Paths() {}

    public static String series(String point, String subject) {
        return "/series/" + part(point) + "/" + part(subject);
    }

    public static String warning(String id) {
        return "/warnings/" + part(id);
    }

    /** Of a unit in a cycle. */
    public static String assessment(String cycle, String unit) {
        return "/assessments/" + part(cycle) + "/" + part(unit);
    }

    private static String part(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
