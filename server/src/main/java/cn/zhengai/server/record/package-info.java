/**
 * Fills a store from the log, where the log is not the store. Knows ports alone. Start at {@link
 * cn.zhengai.server.record.Recorder}.
 */
@NullMarked
package cn.zhengai.server.record;

import org.jspecify.annotations.NullMarked;
