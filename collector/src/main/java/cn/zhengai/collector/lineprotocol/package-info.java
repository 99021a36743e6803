/**
 * InfluxDB line protocol, read from bytes as the specification of influxdata/line-protocol says: escapes, types, time
 * precisions, and one verdict per line. Knows nothing of control points; {@link
 * cn.zhengai.collector.lineprotocol.LineRows} makes rows of lines. Start at {@link
 * cn.zhengai.collector.lineprotocol.LineParser}.
 */
@NullMarked
package cn.zhengai.collector.lineprotocol;

import org.jspecify.annotations.NullMarked;
