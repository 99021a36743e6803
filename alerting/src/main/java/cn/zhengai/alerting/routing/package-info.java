/**
 * From a fact to the notices it is worth: who is told, in which words. Knows no channel and sends nothing. Start at
 * {@link cn.zhengai.alerting.routing.Router}.
 */
@NullMarked
package cn.zhengai.alerting.routing;

import org.jspecify.annotations.NullMarked;
