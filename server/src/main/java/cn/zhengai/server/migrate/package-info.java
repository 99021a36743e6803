/**
 * Moves a whole run to other stores: from a data folder up into the distributed run, and down again. Readings get other
 * numbers there, so what the ledger says in numbers of the log is translated; everything is compared afterwards, and the
 * new stores are usable only then. Knows nothing of what readings mean. Start at {@link
 * cn.zhengai.server.migrate.Migration}.
 */
@NullMarked
package cn.zhengai.server.migrate;

import org.jspecify.annotations.NullMarked;
