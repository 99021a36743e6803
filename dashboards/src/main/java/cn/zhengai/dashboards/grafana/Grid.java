package cn.zhengai.dashboards.grafana;

import java.util.Map;

/** Where a panel lies: 24 columns, rows of 30 pixels. */
public record Grid(int x, int y, int w, int h) {
    public static final int COLUMNS = 24;

    public Grid {
        if (x < 0 || y < 0 || w < 1 || h < 1 || x + w > COLUMNS) {
            throw new IllegalArgumentException("off the grid: " + x + "," + y + " " + w + "x" + h);
        }
    }

    public boolean overlaps(Grid other) {
        return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
    }

    Map<String, Object> json() {
        return Form.of("h", h).with("w", w).with("x", x).with("y", y).map();
    }
}
