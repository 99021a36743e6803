package cn.zhengai.server.run;

import cn.zhengai.alerting.dispatch.Notifier;
import cn.zhengai.alerting.mail.MailNotifier;
import cn.zhengai.alerting.mail.MailServer;
import cn.zhengai.alerting.mail.PickupNotifier;
import cn.zhengai.alerting.mail.Sender;
import cn.zhengai.alerting.webhook.Target;
import cn.zhengai.alerting.webhook.WebhookNotifier;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The notifiers that the settings ask for. */
final class Channels {
    static final String MAIL = "mail";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Channels() {}

    /** Over which notices leave; notices of other channels wait. */
    static Set<String> of(Settings settings) {
        return settings.mail().isPresent() ? Set.of(MAIL, "webhook") : Set.of("webhook");
    }

    /** @param root the data folder: a relative pickup folder lies in it */
    static List<Notifier> of(Settings settings, Path root, InstantSource time) {
        List<Notifier> notifiers = new ArrayList<>();
        settings.mail().ifPresent(mail -> notifiers.add(mail(mail, root)));
        Map<String, Target> targets = settings.webhooks().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> target(e.getKey(), e.getValue())));
        notifiers.add(new WebhookNotifier(targets, TIMEOUT, time));
        return notifiers;
    }

    private static Notifier mail(Settings.Mail mail, Path root) {
        Sender sender = new Sender(mail.from(), "诊改平台");
        if (mail.pickup().isPresent()) {
            return new PickupNotifier(root.resolve(mail.pickup().get()), sender);
        }
        Optional<MailServer.Login> login = mail.user()
                .map(user -> new MailServer.Login(user, mail.password().orElse("")));
        MailServer server = new MailServer(
                mail.host().orElseThrow(),
                mail.port(),
                MailServer.Security.valueOf(mail.security().toUpperCase(Locale.ROOT)),
                login,
                TIMEOUT);
        return new MailNotifier(server, sender);
    }

    private static Target target(String name, Settings.Webhook webhook) {
        try {
            return new Target(URI.create(webhook.url()), webhook.secret());
        } catch (IllegalArgumentException notAnAddress) {
            throw new Refusal(Refusal.Cause.SETTINGS, "设置 webhooks." + name + ".url 不是 http 或 https 网址。");
        }
    }
}
