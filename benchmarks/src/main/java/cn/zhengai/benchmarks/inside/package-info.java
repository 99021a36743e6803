/**
 * Measurements of parts of the product, each the main class of a Java of its own, so that neither heap nor compiled code
 * of one tells on another. They print figures for {@link cn.zhengai.benchmarks.process.Fork} to read.
 */
@NullMarked
package cn.zhengai.benchmarks.inside;

import org.jspecify.annotations.NullMarked;
