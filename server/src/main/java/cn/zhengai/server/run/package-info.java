/**
 * The embedded run: plain construction in the order data flows, and the threads. Start at {@link cn.zhengai.server.run.EmbeddedRun}.
 */
@NullMarked
package cn.zhengai.server.run;

import org.jspecify.annotations.NullMarked;
