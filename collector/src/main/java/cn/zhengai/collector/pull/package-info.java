/**
 * From a business system that is asked to the intake desk: rounds that go on from a cursor, re-read what may have been
 * committed late, hand in what is new, and move the cursor only when it is durable; and the nightly comparison. Knows
 * nothing of JDBC. Start at {@link cn.zhengai.collector.pull.PullDesk}; one round is {@link cn.zhengai.collector.pull.Round}.
 */
@NullMarked
package cn.zhengai.collector.pull;

import org.jspecify.annotations.NullMarked;
