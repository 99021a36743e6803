/**
 * The ledger kept in a relational database; today SQLite, one file. Knows core and its drivers, never a feature. Start
 * at {@link cn.zhengai.storage.jdbc.SqliteLedger}; what differs between databases is {@link Dialect}.
 */
@NullMarked
package cn.zhengai.storage.jdbc;

import org.jspecify.annotations.NullMarked;
