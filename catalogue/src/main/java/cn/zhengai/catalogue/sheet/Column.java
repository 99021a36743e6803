package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.cell.Form;
import java.util.List;

/**
 * One column of a sheet, or one line of a sheet of settings.
 *
 * @param path keys from the entry, the part or the top of the file down to the value; empty for {@link Role#FILE} and
 *     {@link Role#PARENT}
 * @param help what to write here, in Chinese; may be empty
 */
record Column(String header, Role role, List<String> path, Form form, boolean required, String help) {
    Column {
        path = List.copyOf(path);
    }

    /** What a column says something about. */
    enum Role {
        /** A key of the row's entry or part. */
        OWN,
        /** A key at the top of the file in which the row stands. */
        TOP,
        /** The id of the entry the part belongs to. */
        PARENT,
        /** The name of the file in which the row stands. */
        FILE
    }

    /** The key people know from the files: {@code roll-up}. */
    String key() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }
}
