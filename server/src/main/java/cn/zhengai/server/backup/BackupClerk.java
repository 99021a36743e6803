package cn.zhengai.server.backup;

import cn.zhengai.core.port.PortException;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker that makes backups while a server runs: those asked for, and the daily one. One thread. */
public final class BackupClerk {
    private static final Logger LOG = LoggerFactory.getLogger(BackupClerk.class);

    private final Backup backup;
    private final BackupRequests requests;
    private final Optional<BackupShelf> daily;
    private final InstantSource time;
    private Instant failedAt = Instant.MIN;

    /**
     * A clerk.
     *
     * @param root of the data folder: a relative folder for daily backups lies in it
     */
    public BackupClerk(Backup backup, Path root, Optional<Settings.Backups> daily, ZoneId zone, InstantSource time) {
        this.backup = backup;
        this.requests = new BackupRequests(root);
        this.daily = daily.map(d -> new BackupShelf(root.resolve(d.folder()), d.at(), d.keep(), zone));
        this.time = time;
    }

    /** Answers what was asked, makes the daily one when it is due; false: there is nothing more to do at once. */
    public boolean runOnce() {
        try {
            for (BackupRequests.Asked asked : requests.waiting()) {
                requests.answer(asked, make(asked.into()));
            }
            if (daily.isPresent()) {
                makeDaily(daily.get());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return false;
    }

    private void makeDaily(BackupShelf shelf) throws IOException {
        Instant now = time.instant();
        if (shelf.due(now, failedAt)) {
            BackupRequests.Answer answer = make(shelf.folder());
            failedAt = answer.made() ? Instant.MIN : now;
            if (answer.made()) {
                shelf.clear();
            }
        }
    }

    private BackupRequests.Answer make(Path into) {
        try {
            String sentence = backup.make(into, time.instant()).sentence();
            LOG.info("{}", sentence);
            return new BackupRequests.Answer(true, sentence);
        } catch (Refusal refusal) {
            LOG.warn("备份没有完成：{}", refusal.sentence());
            return new BackupRequests.Answer(false, refusal.sentence());
        } catch (PortException failure) {
            LOG.warn("备份没有完成", failure);
            return new BackupRequests.Answer(false, failure.getMessage() + "");
        }
    }
}
