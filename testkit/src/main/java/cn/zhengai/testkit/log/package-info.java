/**
 * The contract of {@link cn.zhengai.core.port.MessageLog}. Knows core alone, never an adapter. Start at
 * {@link cn.zhengai.testkit.log.MessageLogContract}.
 */
@NullMarked
package cn.zhengai.testkit.log;

import org.jspecify.annotations.NullMarked;
