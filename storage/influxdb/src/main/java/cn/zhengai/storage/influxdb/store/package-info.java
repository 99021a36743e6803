/**
 * Questions to the store. What is asked is pinned to what was known when the question began; an instant that has a history
 * is answered from it, never from what is shown. Start at {@link cn.zhengai.storage.influxdb.store.Scan}.
 */
@NullMarked
package cn.zhengai.storage.influxdb.store;

import org.jspecify.annotations.NullMarked;
