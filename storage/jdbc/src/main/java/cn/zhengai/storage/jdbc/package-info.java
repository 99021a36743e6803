/** The ledger and the catalogue kept in a relational database. Knows core and its drivers. */
@NullMarked
package cn.zhengai.storage.jdbc;

import org.jspecify.annotations.NullMarked;
