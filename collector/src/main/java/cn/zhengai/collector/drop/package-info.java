/**
 * The drop folder: files that people and systems put into {@code in/} are taken when they lie still, and moved, never
 * deleted, to {@code done/} or {@code failed/}. Knows nothing of CSV. Start at {@link
 * cn.zhengai.collector.drop.DropFolder}.
 */
@NullMarked
package cn.zhengai.collector.drop;

import org.jspecify.annotations.NullMarked;
