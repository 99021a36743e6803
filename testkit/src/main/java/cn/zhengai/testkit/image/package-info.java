/** Which container images tests run on. Starts none, and knows no engine; modules that have one do. */
@NullMarked
package cn.zhengai.testkit.image;

import org.jspecify.annotations.NullMarked;
