/**
 * What happened: series, readings, the batches they came in, what was rejected and why, and sums over them. Start at
 * {@link cn.zhengai.core.reading.Reading}.
 */
@NullMarked
package cn.zhengai.core.reading;

import org.jspecify.annotations.NullMarked;
