/** The distributed run on engines of this machine. Start at {@link cn.zhengai.benchmarks.distributed.DistributedSpeed}. */
@NullMarked
package cn.zhengai.benchmarks.distributed;

import org.jspecify.annotations.NullMarked;
