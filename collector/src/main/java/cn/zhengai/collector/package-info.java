/** From a business system to a reading. Knows core, never another feature. */
@NullMarked
package cn.zhengai.collector;

import org.jspecify.annotations.NullMarked;
