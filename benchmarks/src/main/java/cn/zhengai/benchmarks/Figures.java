package cn.zhengai.benchmarks;

import java.util.List;
import java.util.Locale;

/** Small arithmetic on measured figures, and how they are written. */
final class Figures {
    private Figures() {}

    /** The middle one; of an even number the mean of the two in the middle. */
    static double median(List<Double> runs) {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The smallest that this share of them does not exceed; {@code share} of 0.99 is the 99th percentile. */
    static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    static String text(double value) {
        String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
