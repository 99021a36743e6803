package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told of a warning. Domain page, section 3: the subject's own unit and the point's responsible unit; for a unit
 * without a contact, the nearest one above it that has any. Each address once. Of data that do not come: the {@link
 * DataOwners}.
 */
final class Recipients {
    private Recipients() {}

    static Collection<Recipient> of(Warning warning, Catalogue catalogue) {
        if (warning.kind() == WarningKind.NO_DATA) {
            return at(DataOwners.of(warning, catalogue), catalogue);
        }
        List<String> units = new ArrayList<>();
        catalogue.subject(warning.subject()).map(Subject::unit).ifPresent(units::add);
        catalogue.point(warning.point()).flatMap(ControlPoint::owner).ifPresent(units::add);
        return at(units, catalogue);
    }

    private static Collection<Recipient> at(List<String> units, Catalogue catalogue) {
        Map<OrgUnit.Contact, Recipient> byAddress = new LinkedHashMap<>();
        for (String unit : units) {
            nearestWithContact(unit, catalogue)
                    .ifPresent(found -> found.contacts()
                            .forEach(contact -> byAddress.putIfAbsent(contact, new Recipient(found, contact))));
        }
        return byAddress.values();
    }

    private static Optional<OrgUnit> nearestWithContact(String unit, Catalogue catalogue) {
        return catalogue.tree().upwards(unit).stream()
                .filter(u -> !u.contacts().isEmpty())
                .findFirst();
    }
}
