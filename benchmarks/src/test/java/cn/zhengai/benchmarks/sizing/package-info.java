/** Holds the sizing table of README to the figures it is computed from. */
@NullMarked
package cn.zhengai.benchmarks.sizing;

import org.jspecify.annotations.NullMarked;
