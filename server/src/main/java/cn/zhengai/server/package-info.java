/** The only place that knows everything: settings, roles, wiring, threads, command line. Start at {@link Main}. */
@NullMarked
package cn.zhengai.server;

import org.jspecify.annotations.NullMarked;
