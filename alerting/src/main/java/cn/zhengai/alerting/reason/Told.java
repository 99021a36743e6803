package cn.zhengai.alerting.reason;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.warning.Fact;
import java.util.List;

/** Who was told of a step: unit, channel and how it went; never an address, which is a person's. */
record Told(Catalogue catalogue, List<Outbox.Kept> notices) {

    List<Explanation> of(Fact fact) {
        return notices.stream()
                .filter(kept -> kept.notice().fact() == fact.number())
                .map(this::node)
                .toList();
    }

    private Explanation node(Outbox.Kept kept) {
        String unit = catalogue
                .tree()
                .unit(kept.notice().unit())
                .map(OrgUnit::name)
                .orElse(kept.notice().unit());
        String channel =
                kept.notice().channel().equals("mail") ? "邮件" : kept.notice().channel();
        return Explanation.of(
                        Kind.NOTICE,
                        "通知 " + unit + "（" + channel + "）",
                        kept.standing().state().chinese())
                .remarking(
                        kept.standing().attempts() == 0
                                ? ""
                                : "发送 " + kept.standing().attempts() + " 次")
                .remarking(kept.standing().answer());
    }
}
