package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;

/** Whose readings are published one by one: those of points in use, and never a person's. */
final class OneByOne {
    private OneByOne() {}

    static boolean of(ControlPoint point) {
        return point.enabled() && !point.level().personal();
    }

    static boolean of(ControlPoint point, Subject subject) {
        return of(point) && !subject.level().personal();
    }
}
