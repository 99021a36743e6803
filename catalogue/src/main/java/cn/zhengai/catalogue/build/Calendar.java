package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.calendar.DeclaredDays;
import java.util.List;

/**
 * What the calendar file says.
 *
 * @param holidays those of {@code days}, with their entries
 * @param makeUpDays as written; those that are no date are in there too
 * @param node the whole file
 */
public record Calendar(DeclaredDays days, List<Declared<DaySpan>> holidays, List<Scalar> makeUpDays, Mapping node) {
    public Calendar {
        holidays = List.copyOf(holidays);
        makeUpDays = List.copyOf(makeUpDays);
    }
}
