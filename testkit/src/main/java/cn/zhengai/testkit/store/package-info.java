/**
 * The contract of {@link cn.zhengai.core.port.ReadingStore} and its reference in memory, against which every adapter is
 * compared. Knows core alone, never an adapter. Start at {@link cn.zhengai.testkit.store.MemoryReadings}.
 */
@NullMarked
package cn.zhengai.testkit.store;

import org.jspecify.annotations.NullMarked;
