/**
 * Databases as sources: drivers from the {@code drivers} folders, read-only sessions with limits, the named binds of a
 * query, time stamps as microseconds. Knows nothing of readings. Start at {@link cn.zhengai.collector.jdbc.JdbcSources}.
 */
@NullMarked
package cn.zhengai.collector.jdbc;

import org.jspecify.annotations.NullMarked;
