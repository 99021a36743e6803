package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.Life;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code from}, {@code to} (the last day) and {@code succeeds} of a unit or subject. */
record LifeReader(ValueReader values) {

    /** @param known id of what is referred to; empty, with a finding, when there is none */
    Life read(Mapping entry, Function<Scalar, Optional<String>> known) {
        if (!entry.has("from") && !entry.has("to") && !entry.has("succeeds")) {
            return Life.ALWAYS;
        }
        Optional<LocalDate> from = values.date(entry, "from");
        Optional<LocalDate> to = values.date(entry, "to");
        List<String> succeeds = entry.scalars("succeeds").stream()
                .flatMap(written -> known.apply(written).stream())
                .toList();
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            values.report(
                    entry.placeOf("to"),
                    Code.LIFE_BACKWARDS,
                    "%s 在设立（%s）之前就结束（%s）了；请核对 from 和 to。"
                            .formatted(entry.text("id").orElse(""), from.get(), to.get()));
            return new Life(from, Optional.empty(), succeeds);
        }
        return new Life(from, to.map(day -> day.plusDays(1)), succeeds);
    }
}
