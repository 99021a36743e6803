/**
 * Holds a node tree against the JSON Schema of its kind of file: unknown and missing keys, types, choices, forms.
 * What needs two entries to see is not seen here. Start at {@link cn.zhengai.catalogue.schema.SchemaCheck}.
 */
@NullMarked
package cn.zhengai.catalogue.schema;

import org.jspecify.annotations.NullMarked;
