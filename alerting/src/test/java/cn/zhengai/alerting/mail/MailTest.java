package cn.zhengai.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.dispatch.Notices;
import cn.zhengai.alerting.dispatch.Outcome;
import cn.zhengai.core.warning.Notice;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real SMTP server in this process. */
class MailTest {
    private static final Sender SENDER = new Sender("zhengai@example.edu.cn", "诊改系统");
    private static final Notice NOTICE = Notices.of("0a1b2c", "mail", "jdx@example.edu.cn");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailNotifier notifier(Optional<MailServer.Login> login) {
        return new MailNotifier(
                new MailServer(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        MailServer.Security.NONE,
                        login,
                        Duration.ofSeconds(5)),
                SENDER);
    }

    @Test
    void arrivesReadable() throws Exception {
        assertThat(notifier(Optional.empty()).send(NOTICE)).isEqualTo(new Outcome.Delivered("邮件服务器已接收"));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo(NOTICE.title());
        assertThat(mail.getFrom()[0].toString()).contains("zhengai@example.edu.cn");
        assertThat(mail.getAllRecipients()[0]).hasToString("jdx@example.edu.cn");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(NOTICE.createdAt());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        List<String> parts = texts(mail.getContent());
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).replace("\r\n", "\n").strip()).isEqualTo(NOTICE.text());
        assertThat(parts.get(1))
                .contains("<title>" + NOTICE.title())
                .contains("预警值 &lt; 90%")
                .contains("href=\"https://zhengai.example.edu.cn/warnings/w1\"");
    }

    private static List<String> texts(Object content) throws Exception {
        List<String> found = new ArrayList<>();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                assertThat(part.getContentType().startsWith("multipart/")
                                || part.getContentType().contains("UTF-8"))
                        .as(part.getContentType())
                        .isTrue();
                found.addAll(texts(part.getContent()));
            }
        } else {
            found.add(content.toString());
        }
        return found;
    }

    @Test
    void aRepeatIsTheSameMessage() throws Exception {
        notifier(Optional.empty()).send(NOTICE);
        notifier(Optional.empty()).send(NOTICE);
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo("<0a1b2c@example.edu.cn>").isEqualTo(mails[1].getMessageID());
    }

    @Test
    void signsInWhenAsked() {
        server.setUser("zhengai@example.edu.cn", "zhengai", "right");
        assertThat(notifier(Optional.of(new MailServer.Login("zhengai", "right")))
                        .send(NOTICE))
                .isInstanceOf(Outcome.Delivered.class);
        Outcome wrong =
                notifier(Optional.of(new MailServer.Login("zhengai", "wrong"))).send(NOTICE);
        assertThat(wrong).isEqualTo(Outcome.TryLater.everyone("邮件服务器登录失败，请检查用户名和密码"));
    }

    @Test
    void aServerThatIsDownIsTriedLater() {
        MailNotifier notifier = notifier(Optional.empty());
        server.stop();
        Outcome outcome = notifier.send(NOTICE);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.TryLater.class, later -> {
            assertThat(later.everyone()).isTrue();
            assertThat(later.why()).startsWith("无法连接邮件服务器");
        });
    }

    @Test
    void aTransientAnswerIsTriedLaterAPermanentOneIsFinal() throws Exception {
        assertThat(sendTo("450 4.2.0 mailbox busy")).isInstanceOfSatisfying(Outcome.TryLater.class, later -> {
            assertThat(later.everyone()).isFalse();
            assertThat(later.why()).contains("mailbox busy");
        });
        assertThat(sendTo("550 5.1.1 no such user"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("no such user"));
    }

    /** A server that answers every recipient like this. */
    private static Outcome sendTo(String answerToRecipient) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread talking = new ScriptedSmtp(socket, answerToRecipient).start();
            Outcome outcome = new MailNotifier(
                            new MailServer(
                                    "127.0.0.1",
                                    socket.getLocalPort(),
                                    MailServer.Security.NONE,
                                    Optional.empty(),
                                    Duration.ofSeconds(5)),
                            SENDER)
                    .send(NOTICE);
            talking.interrupt();
            return outcome;
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThat(notifier(Optional.empty()).send(Notices.of("n", "mail", "机电系")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void passwordsAreNotShown() {
        assertThat(new MailServer.Login("zhengai", "geheim")).hasToString("Login[zhengai]");
    }

    @Test
    void pickupWritesOneFileForANoticeHoweverOften(@TempDir Path folder) throws Exception {
        PickupNotifier pickup = new PickupNotifier(folder.resolve("mail"), SENDER);
        assertThat(pickup.send(NOTICE)).isInstanceOf(Outcome.Delivered.class);
        assertThat(pickup.send(NOTICE)).isInstanceOf(Outcome.Delivered.class);
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("0a1b2c.eml");
        }
        try (var eml = Files.newInputStream(folder.resolve("mail/0a1b2c.eml"))) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), eml);
            assertThat(mail.getSubject()).isEqualTo(NOTICE.title());
            assertThat(mail.getMessageID()).isEqualTo("<0a1b2c@example.edu.cn>");
            assertThat(texts(mail.getContent()).get(0).replace("\r\n", "\n").strip())
                    .isEqualTo(NOTICE.text());
        }
    }

    @Test
    void aPickupFolderThatCannotBeWrittenIsTriedLater(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(new PickupNotifier(file, SENDER).send(NOTICE)).isInstanceOf(Outcome.TryLater.class);
    }
}
