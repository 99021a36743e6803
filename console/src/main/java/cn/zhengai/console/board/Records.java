package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Everything answers are read from. */
public record Records(
        Supplier<Catalogue> catalogue,
        SeriesIndex index,
        ReadingStore readings,
        Ledger ledger,
        BandBoard board,
        Discretion discretion,
        InstantSource time) {

    public WarningSearch warnings() {
        return new WarningSearch(catalogue, ledger.warnings());
    }

    public SeriesLook series() {
        return new SeriesLook(this);
    }
}
