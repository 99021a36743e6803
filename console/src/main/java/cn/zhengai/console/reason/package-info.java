/** Why figures, bands, grades and warnings are what they are, as JSON and as pages; persons are counted and not named. Start at {@link cn.zhengai.console.reason.ReasonRoutes}. */
@NullMarked
package cn.zhengai.console.reason;

import org.jspecify.annotations.NullMarked;
