/**
 * What is kept and how: names of measurements and fields, a reading as a point and back, the readings of one instant put
 * together. Knows core and the texts InfluxDB takes. Start at {@link cn.zhengai.storage.influxdb.table.Schema}.
 */
@NullMarked
package cn.zhengai.storage.influxdb.table;

import org.jspecify.annotations.NullMarked;
