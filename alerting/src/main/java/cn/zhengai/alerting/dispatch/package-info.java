/**
 * Notices on their way out: who sends them, and what is done with the answer. The notifier port is here; adapters are
 * packages of their own. Start at {@link cn.zhengai.alerting.dispatch.Dispatcher}.
 */
@NullMarked
package cn.zhengai.alerting.dispatch;

import org.jspecify.annotations.NullMarked;
