package cn.zhengai.dashboards.point;

import java.util.List;

/** Points as InfluxDB takes them: {@code measurement,tag=value field=1i,other="text" 1700000000000000000}. */
public final class LineProtocol {
    private LineProtocol() {}

    /** A line each, nanoseconds. */
    public static String text(List<Point> points) {
        StringBuilder out = new StringBuilder(points.size() * 160);
        points.forEach(point -> append(point, out));
        return out.toString();
    }

    private static void append(Point point, StringBuilder out) {
        out.append(point.measurement().name());
        point.tags()
                .forEach((name, value) ->
                        out.append(',').append(name).append('=').append(escaped(value)));
        char separator = ' ';
        for (var field : point.fields().entrySet()) {
            out.append(separator)
                    .append(field.getKey())
                    .append('=')
                    .append(field.getValue().text());
            separator = ',';
        }
        out.append(' ').append(point.nanos()).append('\n');
    }

    /** A tag as it is kept. A backslash at the end would escape the separator: it goes. */
    public static String tag(String value) {
        String clean = value.replace('\n', ' ');
        while (clean.endsWith("\\")) {
            clean = clean.substring(0, clean.length() - 1);
        }
        return clean;
    }

    /** A text as it is kept: one line. */
    public static String text(FieldValue.Text text) {
        return text.value().replace('\n', ' ');
    }

    private static String escaped(String value) {
        return tag(value).replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }
}
