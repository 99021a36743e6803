/**
 * The embedded message log and reading store in one DuckDB file. Knows core and one driver. Start at
 * {@link cn.zhengai.storage.duckdb.DuckDbReadings}.
 */
@NullMarked
package cn.zhengai.storage.duckdb;

import org.jspecify.annotations.NullMarked;
