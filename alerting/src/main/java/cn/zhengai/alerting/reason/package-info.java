/**
 * Why a warning was raised, changed and cleared, and who was told: derived again from the readings by a plain pass of its
 * own, not by the engine that raised it. Knows core alone. Start at {@link cn.zhengai.alerting.reason.WarningReasons}.
 */
@NullMarked
package cn.zhengai.alerting.reason;

import org.jspecify.annotations.NullMarked;
