package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.workbook.Cell;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a run must last: {@code 2 次}, {@code 3 天}, {@code 12 小时}, {@code 2 次且 3 天}, or a duration such as {@code P1DT12H}. */
public record PatienceForm() implements Form {
    private static final Pattern SIMPLE = Pattern.compile("P(\\d+)D|PT(\\d+)H|PT(\\d+)M");
    private static final Pattern SAID =
            Pattern.compile("(?:(\\d+)\\s*次)?\\s*(?:且|、|,|;|\\+|和|并且)?\\s*(?:(P\\S+)|(\\d+)\\s*(天|日|小时|时|分钟|分))?");

    @Override
    public Shown write(Node value) {
        if (value instanceof Mapping both) {
            String readings = both.text("readings").map(n -> n + " 次").orElse("");
            String time = both.text("time").map(PatienceForm::time).orElse("");
            return new Shown.Text(readings + (readings.isEmpty() || time.isEmpty() ? "" : "且 ") + time);
        }
        String text = Scalars.text(value);
        return new Shown.Text(text.matches("\\d+") ? text + " 次" : time(text));
    }

    private static String time(String duration) {
        Matcher simple = SIMPLE.matcher(duration);
        if (!simple.matches()) {
            return duration;
        }
        return simple.group(1) != null
                ? simple.group(1) + " 天"
                : simple.group(2) != null ? simple.group(2) + " 小时" : simple.group(3) + " 分钟";
    }

    @Override
    public Node read(Cell cell, Place place) {
        String said = cell.plain();
        if (said.matches("\\d+")) {
            return Scalars.number(place, said);
        }
        Matcher parts = SAID.matcher(said.toUpperCase(Locale.ROOT));
        if (said.isEmpty() || !parts.matches()) {
            return Scalars.text(place, said);
        }
        Optional<Node> readings = Optional.ofNullable(parts.group(1)).map(n -> Scalars.number(place, n));
        Optional<Node> time = Optional.ofNullable(duration(parts)).map(t -> Scalars.text(place, t));
        if (readings.isPresent() && time.isPresent()) {
            Map<String, Mapping.Field> both = new LinkedHashMap<>();
            both.put("readings", new Mapping.Field(place, readings.get()));
            both.put("time", new Mapping.Field(place, time.get()));
            return new Mapping(place, both);
        }
        return readings.or(() -> time).orElseGet(() -> new Scalar(place, said, Scalar.Kind.TEXT));
    }

    private static @Nullable String duration(Matcher parts) {
        if (parts.group(2) != null) {
            return parts.group(2);
        }
        if (parts.group(3) == null) {
            return null;
        }
        return switch (parts.group(4)) {
            case "天", "日" -> "P" + parts.group(3) + "D";
            case "小时", "时" -> "PT" + parts.group(3) + "H";
            default -> "PT" + parts.group(3) + "M";
        };
    }
}
