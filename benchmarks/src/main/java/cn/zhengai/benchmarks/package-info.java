/**
 * How fast it is, measured on whole processes and kept as a table beside the code. One class per number; each takes its
 * figure several times and says what it came to against its goal. Start at {@link cn.zhengai.benchmarks.Benchmarks}.
 */
@NullMarked
package cn.zhengai.benchmarks;

import org.jspecify.annotations.NullMarked;
