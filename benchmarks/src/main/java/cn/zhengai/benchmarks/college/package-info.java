/**
 * A made-up college of any size and its readings, the same every time: catalogue files, line protocol, CSV. Knows no
 * process and measures nothing. Start at {@link cn.zhengai.benchmarks.college.College}.
 */
@NullMarked
package cn.zhengai.benchmarks.college;

import org.jspecify.annotations.NullMarked;
