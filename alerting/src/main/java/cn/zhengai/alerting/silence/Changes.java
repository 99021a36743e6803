package cn.zhengai.alerting.silence;

import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import java.util.List;

/** What one look changes: warnings as they stand now, and the facts of it. */
record Changes(List<Warning> warnings, List<Fact> facts) {
    boolean isEmpty() {
        return warnings.isEmpty();
    }
}
