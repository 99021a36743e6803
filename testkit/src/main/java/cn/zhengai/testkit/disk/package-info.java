/** Disks that are full. Start at {@link cn.zhengai.testkit.disk.SmallDisk}. */
@NullMarked
package cn.zhengai.testkit.disk;

import org.jspecify.annotations.NullMarked;
