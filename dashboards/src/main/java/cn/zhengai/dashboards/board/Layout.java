package cn.zhengai.dashboards.board;

import cn.zhengai.dashboards.grafana.Grid;
import cn.zhengai.dashboards.grafana.Panel;
import java.util.ArrayList;
import java.util.List;

/** Panels put side by side, row below row; numbers them from 1. */
final class Layout {
    private final List<Panel> panels = new ArrayList<>();
    private int x;
    private int y;
    private int height;

    /** A new row of so many grid rows. */
    Layout row(int rows) {
        y += height;
        x = 0;
        height = rows;
        return this;
    }

    /** The next in the row, so many columns wide. */
    Layout put(int columns, Panel panel) {
        panels.add(panel.at(panels.size() + 1, new Grid(x, y, columns, height)));
        x += columns;
        return this;
    }

    List<Panel> panels() {
        return List.copyOf(panels);
    }
}
