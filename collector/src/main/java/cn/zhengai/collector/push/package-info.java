/**
 * Readings that business systems push: one request in, one answer out, with nothing of HTTP but numbers and texts. Knows
 * nothing of routes and servers. Start at {@link cn.zhengai.collector.push.PushDesk}; {@link
 * cn.zhengai.collector.push.Gate} keeps what is in flight within bounds.
 */
@NullMarked
package cn.zhengai.collector.push;

import org.jspecify.annotations.NullMarked;
