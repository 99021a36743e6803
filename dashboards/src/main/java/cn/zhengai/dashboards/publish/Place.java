package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import java.util.List;

/** Under which department a subject is found; the root unit where it is in none. */
record Place(String id, String name) {
    static Place of(Catalogue catalogue, Subject subject) {
        return catalogue
                .tree()
                .department(subject.unit())
                .map(u -> new Place(u.id(), u.name()))
                .orElseGet(() -> root(catalogue));
    }

    /** Stands for the whole college, and bears its name. */
    static Place root(Catalogue catalogue) {
        return catalogue.tree().units().stream()
                .filter(u -> u.parent().isEmpty())
                .findFirst()
                .map(u -> new Place(u.id(), catalogue.college()))
                .orElseGet(() -> new Place("-", catalogue.college()));
    }

    /** {@code :zlw:hlxy:} of a unit and all above it, from the root down. */
    static String scope(Catalogue catalogue, String unit) {
        StringBuilder way = new StringBuilder(":");
        List<OrgUnit> upwards = catalogue.tree().upwards(unit);
        for (int i = upwards.size() - 1; i >= 0; i--) {
            way.append(upwards.get(i).id()).append(':');
        }
        return way.toString();
    }

    static String nameOf(Catalogue catalogue, String unit) {
        return catalogue.tree().unit(unit).map(OrgUnit::name).orElse(unit);
    }
}
