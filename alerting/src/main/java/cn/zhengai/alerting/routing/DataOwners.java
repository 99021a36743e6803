package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.warning.Warning;
import java.util.List;
import java.util.Optional;

/** Who answers for data that do not come: ids of units. */
final class DataOwners {
    private DataOwners() {}

    /**
     * Of a source: its owner, else the owner of the point, else the root of the organisation. Of a series: the owners of
     * the sources that name its point, else the point's owner, else the subject's own unit.
     */
    static List<String> of(Warning warning, Catalogue catalogue) {
        Optional<String> ofPoint = catalogue.point(warning.point()).flatMap(ControlPoint::owner);
        Optional<String> source = warning.source();
        if (source.isPresent()) {
            return source
                    .map(catalogue.sources()::get)
                    .flatMap(SourceMapping::owner)
                    .or(() -> ofPoint)
                    .or(() -> root(catalogue))
                    .stream()
                    .toList();
        }
        List<String> declared = catalogue.sources().values().stream()
                .filter(s -> s.points().contains(warning.point()))
                .flatMap(s -> s.owner().stream())
                .distinct()
                .toList();
        return declared.isEmpty()
                ? ofPoint.or(() -> catalogue.subject(warning.subject()).map(Subject::unit)).stream()
                        .toList()
                : declared;
    }

    private static Optional<String> root(Catalogue catalogue) {
        return catalogue.tree().units().stream()
                .filter(u -> u.parent().isEmpty())
                .map(OrgUnit::id)
                .findFirst();
    }
}
