package cn.zhengai.console.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A small line without axes: how a series went lately.
 *
 * @param path SVG path of the values
 * @param line height of the warning value, when it is within sight
 * @param lastX of the newest value; {@code lastY} likewise
 */
public record Sparkline(String path, Optional<String> line, String lastX, String lastY) {
    public static final int WIDTH = 120;
    public static final int HEIGHT = 32;
    private static final int EDGE = 4;

    /**
     * @param values by time; evenly spaced, since only the course matters
     * @param warning where the warning begins
     * @return empty with fewer than two values
     */
    public static Optional<Sparkline> of(List<Double> values, Optional<Double> warning) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(0);
        double spread = high - low;
        Optional<Double> near = warning.filter(w -> w > low - spread && w < high + spread);
        Scale y = new Scale(Math.min(low, near.orElse(low)), Math.max(high, near.orElse(high)), HEIGHT - EDGE, EDGE);
        StringBuilder path = new StringBuilder();
        double step = (WIDTH - 2.0 * EDGE) / (values.size() - 1);
        for (int i = 0; i < values.size(); i++) {
            path.append(i == 0 ? "M" : "L")
                    .append(text(EDGE + i * step))
                    .append(' ')
                    .append(text(y.of(values.get(i))));
        }
        double last = values.get(values.size() - 1);
        return Optional.of(new Sparkline(
                path.toString(), near.map(w -> text(y.of(w))), text(WIDTH - (double) EDGE), text(y.of(last))));
    }

    static String text(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
