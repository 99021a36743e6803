/**
 * What every {@link cn.zhengai.core.port.Ledger} must do, one contract class per group of behaviour, and
 * {@link MemoryLedger}, the naive reference that also serves as a fake. Knows core and the test libraries, never an
 * adapter. Start at {@link MemoryLedger}.
 */
@NullMarked
package cn.zhengai.testkit.ledger;

import org.jspecify.annotations.NullMarked;
