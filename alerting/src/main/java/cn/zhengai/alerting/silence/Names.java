package cn.zhengai.alerting.silence;

import cn.zhengai.core.warning.WarningKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * Ids of warnings of silence: the same series or source overdue since the same instant has the same id in any process. A
 * warning that is over stays over: when its cause returns (a calendar that was changed and changed back), the turn that
 * raises it anew is part of the name.
 */
record Names(Predicate<String> taken, long turn) {
    private static final int BYTES = 10;

    String of(String key, Instant expectedBy) {
        String plain = hash(WarningKind.NO_DATA + "\n" + key + "\n" + expectedBy.toEpochMilli());
        return taken.test(plain) ? hash(plain + "\n" + turn) : plain;
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
