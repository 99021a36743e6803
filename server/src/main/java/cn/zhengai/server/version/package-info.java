/**
 * The catalogue folder and the ledger's versions: a changed text becomes a version, and the rules of today are made of
 * the versions in force. Knows neither stores nor threads. Start at {@link cn.zhengai.server.version.RulesInForce}.
 */
@NullMarked
package cn.zhengai.server.version;

import org.jspecify.annotations.NullMarked;
