/** How fast it is, measured with JMH and on whole processes. */
@NullMarked
package cn.zhengai.benchmarks;

import org.jspecify.annotations.NullMarked;
