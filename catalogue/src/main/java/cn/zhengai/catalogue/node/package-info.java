/**
 * A catalogue file as a tree of mappings, sequences and scalars, each with its place. This is what any front end
 * (YAML files, later workbooks) hands in, and the only thing schema, build and lint read; it must not know where
 * the tree came from. Start at {@link cn.zhengai.catalogue.node.Document}.
 */
@NullMarked
package cn.zhengai.catalogue.node;

import org.jspecify.annotations.NullMarked;
