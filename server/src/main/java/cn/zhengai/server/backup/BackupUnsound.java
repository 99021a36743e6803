package cn.zhengai.server.backup;

/** A folder is not a backup that can be trusted; the message says why and what to do, in Chinese. */
public final class BackupUnsound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupUnsound(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
