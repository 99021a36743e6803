package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Level;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the college file says.
 *
 * @param leadOffices ids of units; a level without one is missing
 * @param node the whole file
 */
public record College(
        String name, ZoneId zone, Map<Level, String> leadOffices, List<Declared<Cycle>> cycles, Mapping node) {
    public College {
        leadOffices = leadOffices.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(leadOffices));
        cycles = List.copyOf(cycles);
    }
}
