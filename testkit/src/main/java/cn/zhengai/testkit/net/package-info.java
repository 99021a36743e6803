/** Where servers of tests listen. Start at {@link cn.zhengai.testkit.net.FreePorts}. */
@NullMarked
package cn.zhengai.testkit.net;

import org.jspecify.annotations.NullMarked;
