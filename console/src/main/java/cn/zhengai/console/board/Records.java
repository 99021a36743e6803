package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Notice;
import java.time.InstantSource;
import java.util.Optional;
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

    /** A notice's title; where persons are withheld, one about a person says which point and not who. */
    public String titleOf(Notice notice) {
        Catalogue now = catalogue.get();
        Optional<ControlPoint> point =
                ledger.warnings().warning(notice.warning()).flatMap(w -> now.point(w.point()));
        boolean hidden = point.map(p -> discretion.hides(p.level())).orElse(!discretion.personalOpen());
        if (!hidden) {
            return notice.title();
        }
        String kind = notice.title().substring(0, notice.title().indexOf('】') + 1);
        return kind + point.map(p -> p.name() + " · 一名" + p.level().chinese()).orElse("（内容不在此处显示）");
    }

    public SeriesLook series() {
        return new SeriesLook(this);
    }
}
