/**
 * Keys by which business systems show who they are. Knows nothing of HTTP. Start at {@link
 * cn.zhengai.collector.keys.KeyRing}.
 */
@NullMarked
package cn.zhengai.collector.keys;

import org.jspecify.annotations.NullMarked;
