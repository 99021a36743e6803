/**
 * Texts as InfluxDB takes them: points as line protocol, names as tags, literals of InfluxQL. Pure; knows nothing of
 * connections. Start at {@link cn.zhengai.storage.influxdb.line.Lines}.
 */
@NullMarked
package cn.zhengai.storage.influxdb.line;

import org.jspecify.annotations.NullMarked;
