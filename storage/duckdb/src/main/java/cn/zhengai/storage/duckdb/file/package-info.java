/** One DuckDB file and its connections: who owns it, how it heals, what its failures mean. Knows no reading. Start at {@link cn.zhengai.storage.duckdb.file.Database}. */
@NullMarked
package cn.zhengai.storage.duckdb.file;

import org.jspecify.annotations.NullMarked;
