/** Appending durably and reading on in the order of the log. Knows the tables, not the store. Start at {@link cn.zhengai.storage.duckdb.log.DuckDbLog}. */
@NullMarked
package cn.zhengai.storage.duckdb.log;

import org.jspecify.annotations.NullMarked;
