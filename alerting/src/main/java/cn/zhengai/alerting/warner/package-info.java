/**
 * The worker that reads the log, keeps where every series stands, and puts what happened into the ledger, all of a turn
 * in one transaction with the log position. Repeats are harmless here: a turn that was kept is never evaluated again,
 * one that was not is evaluated anew with the same result. Start at {@link cn.zhengai.alerting.warner.Warner}.
 */
@NullMarked
package cn.zhengai.alerting.warner;

import org.jspecify.annotations.NullMarked;
