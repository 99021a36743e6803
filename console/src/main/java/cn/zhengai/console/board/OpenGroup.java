package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.port.WarningLedger;
import java.util.List;
import java.util.Optional;

/** Open warnings of one personal point; {@code count} is empty when they, or the persons it applies to, are too few. */
public record OpenGroup(ControlPoint point, Optional<Long> count) {

    /** Empty when there are none. */
    static Optional<OpenGroup> of(
            ControlPoint point, Catalogue catalogue, WarningLedger warnings, Discretion discretion) {
        long open = warnings.count(new WarningLedger.Query(
                Optional.of(true), Optional.of(point.id()), List.of(), Optional.empty(), Optional.empty(), 0, 1));
        if (open == 0) {
            return Optional.empty();
        }
        long persons =
                catalogue.subjects().values().stream().filter(point::appliesTo).count();
        boolean few = discretion.tooFew(point.level(), persons) || discretion.tooFew(point.level(), open);
        return Optional.of(new OpenGroup(point, few ? Optional.empty() : Optional.of(open)));
    }
}
