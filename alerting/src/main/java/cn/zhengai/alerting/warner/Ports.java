package cn.zhengai.alerting.warner;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.SeriesIndex;

/**
 * What a warner works with.
 *
 * @param index the table whose series {@code log} and {@code store} hand out
 */
public record Ports(SeriesIndex index, MessageLog log, ReadingStore store, WarningLedger ledger) {}
