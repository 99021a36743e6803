package cn.zhengai.server.migrate;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.jdbc.LedgerPlace;

/**
 * What a run keeps, on one side of a move.
 *
 * @param index hands out the series of log and store
 * @param partitioning of the log
 */
record Side(MessageLog log, ReadingStore store, SeriesIndex index, Partitioning partitioning, LedgerPlace ledger) {}
