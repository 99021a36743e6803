package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.workbook.Cell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one row says, by column of the plan; columns in the plan's order whatever their order in the sheet.
 *
 * @param place of the row
 * @param cells with their places
 */
record Placed(Place place, Map<Column, At> cells) {

    /** A cell and where it stands. */
    record At(Cell cell, Place place) {}

    Placed {
        cells = new LinkedHashMap<>(cells);
    }

    /** The value of a column; empty when the cell is. */
    Optional<Node> value(Column column) {
        return Optional.ofNullable(cells.get(column)).map(at -> column.form().read(at.cell(), at.place()));
    }

    /** The plain text of a column; empty when the cell is. */
    String text(Column column) {
        At at = cells.get(column);
        return at == null ? "" : at.cell().plain();
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }
}
