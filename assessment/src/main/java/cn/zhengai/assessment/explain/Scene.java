package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.rollup.AsOf;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.version.Edition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * With which rules, in which cycle and with which knowledge something is explained.
 *
 * @param kept the result that is explained; empty when none was kept
 */
record Scene(Edition rules, Cycle cycle, AsOf asOf, Optional<CollegeAssessment> kept, Withholding withholding) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    Catalogue catalogue() {
        return rules.catalogue();
    }

    long from() {
        return cycle.fromMillis(catalogue().zone());
    }

    long until() {
        return cycle.untilMillis(catalogue().zone());
    }

    LocalDate today() {
        return LocalDate.ofInstant(asOf.instant(), catalogue().zone());
    }

    /** Whose lines hold: the last of the cycle, or today while it runs. */
    LocalDate linesDay() {
        LocalDate last = cycle.until().minusDays(1);
        return today().isBefore(last) ? today() : last;
    }

    /** What everything below rests on. */
    String ground() {
        String what = kept.map(k ->
                        "解释的是 " + TIME.format(k.computedAt().atZone(catalogue().zone())) + " 保存的考核结果")
                .orElse("没有可比的考核结果，按以下数据和规则推算");
        return what + "；数据截至 " + TIME.format(asOf.instant().atZone(catalogue().zone())) + "（"
                + asOf.knowledge().chinese() + "）；" + version();
    }

    private String version() {
        return rules.head()
                        .map(head -> "目录第 " + head.number() + " 版（" + head.since() + "，" + head.author() + "："
                                + head.reason() + "），摘要 ")
                        .orElse("目录摘要 ")
                + shortened(catalogue().digest());
    }

    static String shortened(String digest) {
        return digest.length() > 12 ? digest.substring(0, 12) : digest;
    }
}
