/**
 * Erasing what has been kept long enough, with proof. Must not know how stores erase. Start at
 * {@link cn.zhengai.server.retention.RetentionClerk}.
 */
@NullMarked
package cn.zhengai.server.retention;

import org.jspecify.annotations.NullMarked;
