package cn.zhengai.catalogue.reference;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every id, name and alias of a unit and the one unit it means. */
final class UnitNames {
    private record Meaning(String unit, Scalar written) {}

    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    /** Declares all; ids first, so that a reference by id never depends on a colliding alias. */
    UnitNames(List<Mapping> units, Findings findings) {
        for (Mapping unit : units) {
            unit.scalar("id").ifPresent(id -> declare(id, id.text().trim(), findings));
        }
        for (Mapping unit : units) {
            unit.text("id").ifPresent(id -> {
                List<Scalar> names = new ArrayList<>(unit.scalars("aliases"));
                unit.scalar("name").ifPresent(name -> names.add(0, name));
                names.forEach(name -> declare(name, id, findings));
            });
        }
    }

    private void declare(Scalar written, String unit, Findings findings) {
        String name = written.text().trim();
        Meaning other = meanings.putIfAbsent(name, new Meaning(unit, written));
        if (other != null && !other.unit().equals(unit)) {
            findings.add(
                    written.place(),
                    Code.NAME_COLLISION,
                    "名称“%s”同时指单位 %s（%s）和 %s；一个名称、别名或编号只能指一个单位，请改掉一处。"
                            .formatted(
                                    name, other.unit(), other.written().place().row(), unit));
        }
    }

    Optional<String> id(String idNameOrAlias) {
        return Optional.ofNullable(meanings.get(idNameOrAlias)).map(Meaning::unit);
    }

    Set<String> all() {
        return Collections.unmodifiableSet(meanings.keySet());
    }
}
