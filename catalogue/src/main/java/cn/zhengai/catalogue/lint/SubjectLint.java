package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An alias means one subject: otherwise readings under it could not be assigned. */
record SubjectLint(List<Declared<Subject>> subjects, Findings findings) {

    void check() {
        Map<String, String> owners = new HashMap<>();
        subjects.forEach(
                subject -> owners.put(subject.value().id(), subject.value().id()));
        for (Declared<Subject> subject : subjects) {
            if (subject.value().aliases().isEmpty()) {
                continue;
            }
            for (Scalar alias : subject.node().scalars("aliases")) {
                String name = alias.text().trim();
                String id = subject.value().id();
                String other = owners.putIfAbsent(name, id);
                if (other != null && !other.equals(id)) {
                    findings.add(
                            alias.place(),
                            Code.ALIAS_COLLISION,
                            "别名“%s”同时指主体 %s 和 %s，采集值会分不清是谁的；请改掉一处。".formatted(name, other, id));
                }
            }
        }
    }
}
