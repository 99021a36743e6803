package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Scalar.Kind;
import java.util.regex.Pattern;

/** Small things all forms need. */
final class Scalars {
    private static final Pattern ENDS = Pattern.compile("^[\\p{Z}\\s\\p{Cf}]+|[\\p{Z}\\s\\p{Cf}]+$");

    private Scalars() {}

    static String text(Node value) {
        return value instanceof Scalar scalar ? scalar.text() : "";
    }

    static Scalar text(Place place, String text) {
        return new Scalar(place, text, Kind.TEXT);
    }

    static Scalar number(Place place, String text) {
        return new Scalar(place, text, Kind.NUMBER);
    }

    /** Without blanks of any kind, and unseen characters, at its ends. */
    static String trimmed(String text) {
        return ENDS.matcher(text).replaceAll("");
    }
}
