package cn.zhengai.alerting.mail;

import cn.zhengai.alerting.dispatch.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server meant by failing. RFC 5321, section 4.2.1: 4yz is transient, 5yz permanent. A server that cannot be
 * reached, or does not know us, answers nobody: that is for people to mend, so nothing is given up for it.
 */
final class MailTrouble {
    private static final int PERMANENT = 500;

    private MailTrouble() {}

    static Outcome outcome(Throwable failed) {
        Deque<Throwable> open = new ArrayDeque<>();
        Set<Throwable> seen = new HashSet<>();
        add(failed, open, seen);
        Outcome broadest = Outcome.TryLater.one("邮件未能发出：" + message(failed));
        while (!open.isEmpty()) {
            Throwable one = open.removeFirst();
            Optional<Outcome> answer = answer(one);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (one instanceof AuthenticationFailedException) {
                return Outcome.TryLater.everyone("邮件服务器登录失败，请检查用户名和密码");
            }
            if (one instanceof IOException) {
                broadest = Outcome.TryLater.everyone("无法连接邮件服务器：" + message(one));
            }
            add(one.getCause(), open, seen);
            if (one instanceof MessagingException more) {
                add(more.getNextException(), open, seen);
            }
        }
        return broadest;
    }

    private static void add(@Nullable Throwable one, Deque<Throwable> open, Set<Throwable> seen) {
        if (one != null && seen.add(one)) {
            open.addLast(one);
        }
    }

    /** What the server said about this mail, when it said something. */
    private static Optional<Outcome> answer(Throwable one) {
        if (one instanceof SMTPAddressFailedException address) {
            return Optional.of(outcome(address.getReturnCode(), message(one)));
        }
        if (one instanceof SMTPSenderFailedException sender) {
            return Optional.of(outcome(sender.getReturnCode(), message(one)));
        }
        if (one instanceof SMTPSendFailedException send && send.getNextException() == null) {
            return Optional.of(outcome(send.getReturnCode(), message(one)));
        }
        return Optional.empty();
    }

    private static Outcome outcome(int code, String said) {
        return code >= PERMANENT ? new Outcome.Refused("邮件服务器拒收：" + said) : Outcome.TryLater.one("邮件服务器暂时不收：" + said);
    }

    private static String message(Throwable one) {
        String said = one.getMessage();
        return said == null ? one.getClass().getSimpleName() : said.strip();
    }
}
