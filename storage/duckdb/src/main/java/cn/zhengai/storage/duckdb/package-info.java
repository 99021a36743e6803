/** Readings kept in DuckDB. Knows core and one driver. */
@NullMarked
package cn.zhengai.storage.duckdb;

import org.jspecify.annotations.NullMarked;
