/**
 * The ledger kept in a relational database: SQLite, one file, or PostgreSQL. Knows core and its drivers, never a feature. Start
 * at {@link cn.zhengai.storage.jdbc.SqliteLedger}; what differs between databases is {@link Dialect}.
 */
@NullMarked
package cn.zhengai.storage.jdbc;

import org.jspecify.annotations.NullMarked;
