/**
 * Points in DuckDB: one table a measurement, one number a series. Knows no questions. Start at
 * {@link cn.zhengai.storage.results.table.Points}.
 */
@NullMarked
package cn.zhengai.storage.results.table;

import org.jspecify.annotations.NullMarked;
