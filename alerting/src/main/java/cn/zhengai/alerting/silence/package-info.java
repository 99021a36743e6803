/**
 * Silence: when a series' next reading is due, which sources have fallen silent, and the warnings of that. It only
 * reads readings and touches no threshold warning: silence never clears or hides one. Knows nothing of mails or pages.
 * Start at {@link cn.zhengai.alerting.silence.SilenceWatch}; the rule itself is {@link
 * cn.zhengai.alerting.silence.ExpectedBy}.
 */
@NullMarked
package cn.zhengai.alerting.silence;

import org.jspecify.annotations.NullMarked;
