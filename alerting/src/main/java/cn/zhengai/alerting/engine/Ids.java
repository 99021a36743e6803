package cn.zhengai.alerting.engine;

import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.WarningKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Names of warnings and facts: the same cause gives the same name, in any process. */
final class Ids {
    private static final int BYTES = 10;

    private Ids() {}

    /**
     * A new warning's id: made of kind, series and raising instant. When a warning already has that name, because it was
     * moved away from the instant or withdrawn, the cause is added: what was withdrawn stays withdrawn, and a cause that
     * returns is a new warning.
     */
    static String warning(Series series, long raisedAt, Predicate<String> taken, Cause cause) {
        String plain = hash(WarningKind.THRESHOLD + "\n" + series.key() + "\n" + raisedAt);
        return taken.test(plain) ? hash(plain + "\n" + cause.id()) : plain;
    }

    static String fact(String warning, Step step, Cause cause) {
        return warning + "-" + step + "-" + cause.id();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
