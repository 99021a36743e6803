/**
 * From a row to readings: the declared mapping of a source compiled against the catalogue, and the reading of numbers,
 * codes and instants as business systems write them. Knows nothing of files, HTTP or where readings go. Start at
 * {@link cn.zhengai.collector.mapping.RowMapper}; what a way in must offer is {@link cn.zhengai.collector.mapping.Row}.
 */
@NullMarked
package cn.zhengai.collector.mapping;

import org.jspecify.annotations.NullMarked;
