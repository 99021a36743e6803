package cn.zhengai.console.chart;

/** Values to coordinates, linearly; a span of nothing maps to the middle. */
record Scale(double low, double high, double from, double to) {
    double of(double value) {
        return high == low ? (from + to) / 2 : from + (value - low) / (high - low) * (to - from);
    }
}
