package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the facts and puts the notices they are worth into the outbox. The place in the feed is kept with the notices,
 * and a notice's id depends on fact and address alone: a repeat changes nothing. For one thread.
 */
public final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final int FACTS_AT_ONCE = 500;
    private static final int ID_BYTES = 16;

    private final Supplier<Catalogue> catalogue;
    private final WarningLedger ledger;
    private final Outbox outbox;
    private final String baseUrl;
    private final RoutingMeter meter;

    /** @param baseUrl of the pages people are linked to, e.g. {@code https://zhengai.example.edu.cn} */
    public Router(
            Supplier<Catalogue> catalogue, WarningLedger ledger, Outbox outbox, String baseUrl, RoutingMeter meter) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.outbox = outbox;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.meter = meter;
    }

    /**
     * Routes some of the facts that are new.
     *
     * @return whether there were any; false also when another router was faster
     * @throws PortException of the ledger; nothing is lost, call again
     */
    public boolean runOnce() {
        long from = outbox.routedUpTo();
        List<Fact> facts = ledger.facts(from, FACTS_AT_ONCE);
        if (facts.isEmpty()) {
            return false;
        }
        Catalogue now = catalogue.get();
        List<Notice> notices = new ArrayList<>();
        facts.stream().filter(Fact::tell).forEach(fact -> notices.addAll(notices(fact, now)));
        try {
            outbox.put(from, facts.get(facts.size() - 1).number(), notices);
        } catch (PortException failed) {
            if (failed.trouble() != Trouble.STALE) {
                throw failed;
            }
            LOG.info("通知路由的位置已被另一个实例推进，本次不处理：{}", failed.getMessage());
            return false;
        }
        meter.routed(notices.size());
        return true;
    }

    private List<Notice> notices(Fact fact, Catalogue now) {
        Collection<Recipient> recipients = Recipients.of(fact.warning(), now);
        if (recipients.isEmpty()) {
            LOG.warn(
                    "预警 {}（{}，{}）无人可通知：主体所在单位、质控点责任单位及其上级都没有登记联系方式",
                    fact.warning().id(),
                    fact.warning().point(),
                    fact.step());
            meter.unaddressed(1);
            return List.of();
        }
        Story story =
                Story.of(fact, now, baseUrl + "/warnings/" + fact.warning().id());
        String title = Wording.title(story);
        String text = Wording.text(story);
        String json = NoticeJson.of(story, title, text);
        return recipients.stream()
                .map(r -> new Notice(
                        id(fact, r),
                        fact.number(),
                        fact.warning().id(),
                        r.unit().id(),
                        r.contact().channel(),
                        r.contact().address(),
                        title,
                        text,
                        json,
                        fact.recordedAt()))
                .toList();
    }

    private static String id(Fact fact, Recipient recipient) {
        String name = fact.id() + "\n" + recipient.contact().channel() + "\n"
                + recipient.contact().address();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
