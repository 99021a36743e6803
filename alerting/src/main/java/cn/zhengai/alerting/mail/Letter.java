package cn.zhengai.alerting.mail;

import cn.zhengai.core.warning.Notice;
import java.util.Date;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.email.EmailBuilder;

/**
 * A notice as a mail. Message-ID and date depend on the notice alone, so that a repeat is the same message to every mail
 * server and program that looks.
 */
final class Letter {
    private Letter() {}

    /** @throws RuntimeException of the mail library when the recipient's address is none */
    static Email of(Notice notice, Sender sender) {
        return EmailBuilder.startingBlank()
                .fixingMessageId("<" + notice.id() + "@" + sender.domain() + ">")
                .fixingSentDate(Date.from(notice.createdAt()))
                .from(sender.name(), sender.address())
                .to(notice.address())
                .withSubject(notice.title())
                .withPlainText(notice.text())
                .withHTMLText(HtmlBody.of(notice))
                .withHeader("Auto-Submitted", "auto-generated")
                .withHeader("X-Zhengai-Notice", notice.id())
                .buildEmail();
    }
}
