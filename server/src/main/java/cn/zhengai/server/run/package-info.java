/**
 * A run: plain construction in the order data flows, and the threads. {@link cn.zhengai.server.run.Foundation} alone
 * knows by which engines. Start at {@link cn.zhengai.server.run.Run}.
 */
@NullMarked
package cn.zhengai.server.run;

import org.jspecify.annotations.NullMarked;
