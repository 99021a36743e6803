/**
 * From rows to a receipt: maps them, appends what is a reading to the durable log, keeps what is not with its reason, and
 * answers only then. The one place where repeats are made harmless: a batch that has a receipt is not taken in again.
 * Knows nothing of HTTP, files or formats. Start at {@link cn.zhengai.collector.intake.IntakeDesk}.
 */
@NullMarked
package cn.zhengai.collector.intake;

import org.jspecify.annotations.NullMarked;
