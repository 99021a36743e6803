package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the people of a demo college answer their warnings: most do, within some days, and say what they did. */
final class DemoAnswers {
    private static final int SOME = 100_000;
    private static final List<String> NOTES = List.of(
            "已约谈任课教师，调整教学安排，两周后复查。",
            "已与班主任核实原因，安排一对一帮扶。",
            "属集中实习影响，已在台账中说明，持续关注。",
            "已召开专题会，明确责任人和完成时限。",
            "数据已核实无误，已制定改进措施并上报教务处。",
            "已安排督导听课，督促整改。");

    private final Catalogue catalogue;
    private final Dice dice;

    DemoAnswers(Catalogue catalogue, Dice dice) {
        this.catalogue = catalogue;
        this.dice = dice;
    }

    /** Acknowledges four of five unanswered warnings raised before {@code until}, one to five days after they were raised. */
    int answer(WarningLedger warnings, Instant until) {
        int answered = 0;
        for (Warning w : warnings.find(new WarningLedger.Query(
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.of(until), 0, SOME))) {
            Instant at = w.raisedAt().plus(Duration.ofHours(20 + dice.roll("answer/" + w.id(), 0, 100)));
            if (w.acknowledgement().isEmpty() && at.isBefore(until) && dice.roll("answers/" + w.id(), 0, 5) > 0) {
                String note = NOTES.get(dice.roll("note/" + w.id(), 0, NOTES.size()));
                warnings.acknowledge(w.id(), new Warning.Acknowledgement(head(w.subject()), at, note));
                answered++;
            }
        }
        return answered;
    }

    private String head(String subject) {
        return catalogue
                .subject(subject)
                .map(Subject::unit)
                .flatMap(unit -> catalogue.tree().upwards(unit).stream()
                        .map(OrgUnit::head)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse("质量监控与管理办公室");
    }
}
