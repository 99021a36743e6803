package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.node.FileKind;
import java.util.List;
import java.util.Optional;

/**
 * One sheet.
 *
 * @param list key of the list of entries at the top of the file; empty for settings
 * @param part key of the list within an entry whose items are the rows; empty when the rows are the entries
 */
record SheetPlan(String name, FileKind kind, Shape shape, String list, String part, List<Column> columns) {
    SheetPlan {
        columns = List.copyOf(columns);
    }

    /** What the rows are. */
    enum Shape {
        /** One value a row: what stands at the top of a file. */
        SETTINGS,
        /** One entry a row. */
        ENTRIES,
        /** One item of a list within an entry a row. */
        PARTS
    }

    Optional<Column> column(Column.Role role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }
}
