package cn.zhengai.console.page;

import cn.zhengai.core.reading.RejectionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages; ids may hold anything but a slash. */
public final class Links {
    private Links() {}

    public static String part(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String series(String point, String subject) {
        return "/series/" + part(point) + "/" + part(subject);
    }

    public static String rejection(RejectionId id) {
        return "/rejections/" + id;
    }

    public static String warning(String id) {
        return "/warnings/" + part(id);
    }
}
