package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.fill.Filling;
import cn.zhengai.dashboards.grafana.Link;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links of panels as links of the console: Grafana's dashboards are boards here, and of an address only the path is kept, so
 * that whatever a link was made of it leads nowhere else. The span that is looked at goes along.
 */
final class Ways {
    private static final Pattern PART = Pattern.compile("\\$\\{(?:__data\\.fields\\.)?([\\w]+)}");
    private static final Pattern WHOLE = Pattern.compile("\\$\\{__data\\.fields\\.(\\w+)}");
    private static final String GRAFANA = "/d/";
    private static final String BOARDS = "/boards/";

    private final Filling filling;

    Ways(Filling filling) {
        this.filling = filling;
    }

    /**
     * @param field value of a field of the row; empty when there is none
     * @return empty when it would lead nowhere, or elsewhere
     */
    Optional<View.Way> way(Link link, Function<String, String> field) {
        Matcher whole = WHOLE.matcher(link.url());
        String url = whole.matches()
                ? field.apply(whole.group(1))
                : PART.matcher(link.url()).replaceAll(found -> {
                    String name = found.group(1);
                    if (name.equals(Link.TIME_RANGE)) {
                        return Matcher.quoteReplacement(filling.value(name));
                    }
                    String value = found.group().contains("__data") ? field.apply(name) : filling.value(name);
                    return Matcher.quoteReplacement(
                            URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
                });
        return own(url).map(path ->
                new View.Way(link.title(), path.startsWith(GRAFANA) ? board(path.substring(GRAFANA.length())) : path));
    }

    /** Of a subject: down where it is shown. */
    private static String board(String board) {
        return BOARDS + board + (board.contains("var-subject=") ? "#subject" : "");
    }

    private static Optional<String> own(String url) {
        try {
            URI uri = new URI(url).normalize();
            String path = uri.getRawPath();
            if (uri.isOpaque() || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return Optional.empty();
            }
            String asked = uri.getRawQuery() == null ? "" : uri.getRawQuery().replaceFirst("^&", "");
            String query = asked.isEmpty() ? "" : "?" + asked;
            String place = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
            return Optional.of(path + query + place);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
