package cn.zhengai.catalogue.schema;

import cn.zhengai.catalogue.node.Node;

/** Something a schema wants of a value. */
@FunctionalInterface
interface Rule {
    /** Says yes only when the schema surely has nothing to complain about; no also when that is not certain. */
    boolean holds(Node node);

    /** Nothing is certain. */
    static Rule unsure() {
        return node -> false;
    }
}
