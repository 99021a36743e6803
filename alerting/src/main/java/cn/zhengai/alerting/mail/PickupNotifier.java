package cn.zhengai.alerting.mail;

import cn.zhengai.alerting.dispatch.Notifier;
import cn.zhengai.alerting.dispatch.Outcome;
import cn.zhengai.core.warning.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.simplejavamail.MailException;
import org.simplejavamail.converter.EmailConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts notices as {@code .eml} files, named by their id, into a folder that a mail server empties, or people look into. A
 * file appears whole or not at all; a repeat replaces it with the same.
 */
public final class PickupNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(PickupNotifier.class);

    private final Path folder;
    private final Sender sender;

    /** @param folder made when it is missing */
    public PickupNotifier(Path folder, Sender sender) {
        this.folder = folder;
        this.sender = sender;
    }

    @Override
    public String channel() {
        return "mail";
    }

    /** One folder for all. */
    @Override
    public String route(Notice notice) {
        return "";
    }

    @Override
    public Outcome send(Notice notice) {
        String eml;
        try {
            eml = EmailConverter.emailToEML(Letter.of(notice, sender));
        } catch (MailException | IllegalArgumentException invalid) {
            LOG.warn("通知 {} 不能写成邮件", notice.id(), invalid);
            return new Outcome.Refused("收件地址或内容不合法：" + invalid.getMessage());
        }
        try {
            Files.createDirectories(folder);
            Path half = folder.resolve("." + notice.id() + ".part");
            Files.write(half, eml.getBytes(StandardCharsets.UTF_8));
            Files.move(
                    half,
                    folder.resolve(notice.id() + ".eml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return new Outcome.Delivered("已写入邮件目录");
        } catch (IOException failed) {
            LOG.warn("通知 {} 无法写入邮件目录 {}", notice.id(), folder, failed);
            return Outcome.TryLater.everyone("无法写入邮件目录：" + failed.getMessage());
        }
    }
}
