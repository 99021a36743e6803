/** Questions to the readings. Knows the tables, not the log. Start at {@link cn.zhengai.storage.duckdb.store.DuckDbStore}. */
@NullMarked
package cn.zhengai.storage.duckdb.store;

import org.jspecify.annotations.NullMarked;
