package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import java.util.List;

/**
 * A control point and the entry it was read from.
 *
 * @param versions its lines, each with the entry, version or override that wrote it; the entry's own first
 */
public record DeclaredPoint(ControlPoint value, Mapping node, List<Declared<LinesVersion>> versions) {
    public DeclaredPoint {
        versions = List.copyOf(versions);
    }

    /** Place of a key's value; of the entry when the key is absent. */
    public Place placeOf(String key) {
        return node.placeOf(key);
    }

    /** {@code 质控点“学生签到率”（course.attendance）}. */
    public String title() {
        return "质控点“" + value.name() + "”（" + value.id() + "）";
    }
}
