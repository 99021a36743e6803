/** What stands in the tables and how it becomes readings again. Knows the file, neither log nor store. Start at {@link cn.zhengai.storage.duckdb.table.Schema}. */
@NullMarked
package cn.zhengai.storage.duckdb.table;

import org.jspecify.annotations.NullMarked;
