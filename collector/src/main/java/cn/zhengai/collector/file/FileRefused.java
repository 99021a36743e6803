package cn.zhengai.collector.file;

/** A file that is refused as a whole; nothing of it was taken. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FileRefused(String message) {
        super(message, null, false, false);
    }

    /** What was found and what to do, in Chinese. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
