package cn.zhengai.catalogue.reference;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ids of one kind of entry, with the place where each was first declared. */
final class Ids {
    private final String kind;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** @param kind what is declared, in Chinese */
    Ids(String kind) {
        this.kind = kind;
    }

    void declare(Mapping entry, Findings findings) {
        entry.text("id").ifPresent(id -> {
            Place here = entry.placeOf("id");
            Place first = places.putIfAbsent(id, here);
            if (first != null) {
                findings.add(
                        here,
                        Code.DUPLICATE_ID,
                        "%s编号 %s 重复，第一次在 %s；请改用另一个编号或删去一个。".formatted(kind, id, first.brief()));
            }
        });
    }

    Optional<Place> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    Set<String> all() {
        return Collections.unmodifiableSet(places.keySet());
    }

    String kind() {
        return kind;
    }
}
