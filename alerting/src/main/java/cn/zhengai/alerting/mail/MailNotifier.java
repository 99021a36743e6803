package cn.zhengai.alerting.mail;

import cn.zhengai.alerting.dispatch.Notifier;
import cn.zhengai.alerting.dispatch.Outcome;
import cn.zhengai.core.warning.Notice;
import java.util.concurrent.CompletionException;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.mailer.MailerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices through an SMTP server, one connection each. */
public final class MailNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(MailNotifier.class);

    private final Sender sender;
    private final Mailer mailer;

    public MailNotifier(MailServer server, Sender sender) {
        this.sender = sender;
        var builder = MailerBuilder.withSMTPServerHost(server.host())
                .withSMTPServerPort(server.port())
                .withTransportStrategy(strategy(server.security()))
                .withSessionTimeout(Math.toIntExact(server.timeout().toMillis()));
        if (server.login().isPresent()) {
            builder = builder.withSMTPServerUsername(server.login().get().user())
                    .withSMTPServerPassword(server.login().get().password());
        }
        this.mailer = builder.buildMailer();
    }

    private static TransportStrategy strategy(MailServer.Security security) {
        return switch (security) {
            case NONE -> TransportStrategy.SMTP;
            case STARTTLS -> TransportStrategy.SMTP_TLS;
            case SSL -> TransportStrategy.SMTPS;
        };
    }

    @Override
    public String channel() {
        return "mail";
    }

    /** One server for all. */
    @Override
    public String route(Notice notice) {
        return "";
    }

    @Override
    public Outcome send(Notice notice) {
        Email email;
        try {
            email = Letter.of(notice, sender);
            mailer.validate(email);
        } catch (MailException | IllegalArgumentException invalid) {
            LOG.warn("通知 {} 不能写成邮件", notice.id(), invalid);
            return new Outcome.Refused("收件地址或内容不合法：" + invalid.getMessage());
        }
        try {
            mailer.sendMail(email, false).join();
            return new Outcome.Delivered("邮件服务器已接收");
        } catch (MailException | CompletionException failed) {
            Outcome outcome = MailTrouble.outcome(failed);
            LOG.warn("通知 {} 的邮件未能发出：{}", notice.id(), outcome, failed);
            return outcome;
        }
    }
}
