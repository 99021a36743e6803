/** From a reading to a warning, a notice and an improvement case. Knows core, never another feature. */
@NullMarked
package cn.zhengai.alerting;

import org.jspecify.annotations.NullMarked;
