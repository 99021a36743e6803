/** Moving logged readings to the sorted table in the background. Knows the tables, neither log nor store. Start at {@link cn.zhengai.storage.duckdb.settle.Settlement}. */
@NullMarked
package cn.zhengai.storage.duckdb.settle;

import org.jspecify.annotations.NullMarked;
