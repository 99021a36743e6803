/** Time that stands still until a test moves it. Knows the JDK alone. Start at {@link SettableTime}. */
@NullMarked
package cn.zhengai.testkit.time;

import org.jspecify.annotations.NullMarked;
