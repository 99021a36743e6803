/**
 * What several callers need of the outside: log, reading store, ledger. Blocking, no default methods, one exception.
 * The contracts are tested by testkit's kits, one per port; every adapter passes all of them.
 */
@NullMarked
package cn.zhengai.core.port;

import org.jspecify.annotations.NullMarked;
