/**
 * Processes that are measured, each ended by its handle: the product as people start it, InfluxDB as its peer, a Java of
 * our own. Loopback only. Start at {@link cn.zhengai.benchmarks.process.Product}.
 */
@NullMarked
package cn.zhengai.benchmarks.process;

import org.jspecify.annotations.NullMarked;
