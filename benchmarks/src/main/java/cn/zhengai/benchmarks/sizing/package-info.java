/**
 * How many instances and how much disk colleges need, computed from rates of one instance. Knows nothing of how the rates are measured. Start at {@link cn.zhengai.benchmarks.sizing.SizingTable}.
 */
@NullMarked
package cn.zhengai.benchmarks.sizing;

import org.jspecify.annotations.NullMarked;
