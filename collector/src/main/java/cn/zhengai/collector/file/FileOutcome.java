package cn.zhengai.collector.file;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param file where it was found
 * @param source id of the source it belongs to; empty when that is not clear
 * @param sentence what happened and what to do, in Chinese
 */
public record FileOutcome(
        Path file, Optional<String> source, Status status, long accepted, long rejected, String sentence) {

    /** Nothing of it was taken. */
    public static FileOutcome refused(Path file, Optional<String> source, String sentence) {
        return new FileOutcome(file, source, Status.REFUSED, 0, 0, sentence);
    }

    /** The outside failed; the file is as it was and may be tried again. */
    public static FileOutcome postponed(Path file, Optional<String> source, String sentence) {
        return new FileOutcome(file, source, Status.POSTPONED, 0, 0, sentence);
    }

    /** The same in other words. */
    FileOutcome saying(String other) {
        return new FileOutcome(file, source, status, accepted, rejected, other);
    }

    /** Which way it went. */
    public enum Status {
        /** Its readings are durable; rows may have been rejected. */
        TAKEN,
        /** The same content was taken before; nothing was done. */
        REPEATED,
        /** Nothing of it was taken, and trying again changes nothing. */
        REFUSED,
        /** Nothing of it has a receipt; trying again may succeed. */
        POSTPONED
    }
}
