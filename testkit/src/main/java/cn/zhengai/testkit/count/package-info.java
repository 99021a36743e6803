/** Counts how many tests of contracts each adapter passed. Known to JUnit through {@code META-INF/services}. */
@NullMarked
package cn.zhengai.testkit.count;

import org.jspecify.annotations.NullMarked;
