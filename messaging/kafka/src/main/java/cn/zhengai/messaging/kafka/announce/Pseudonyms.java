package cn.zhengai.messaging.kafka.announce;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Turn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Other ids for warnings about persons. A warning's own id is a plain hash of point, subject and instant: whoever has the
 * list of students and knows point and instant finds out whose it is by trying. These are keyed with a secret that never
 * leaves the ledger, one for all announcers and for ever. For one thread.
 */
final class Pseudonyms {
    private static final String MARK = "warnings-topic.secret";
    private static final String HASH = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN_BYTES = 10;

    private final WarningLedger ledger;
    private @Nullable Mac mac;

    Pseudonyms(WarningLedger ledger) {
        this.ledger = ledger;
    }

    /** The same for the same warning. */
    String of(String warning) {
        Mac known = mac;
        if (known == null) {
            known = keyed(secret());
            mac = known;
        }
        byte[] hash = known.doFinal(warning.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    }

    /** Of several that make one at once, the first to be kept is everybody's. */
    private String secret() {
        Optional<String> kept = ledger.mark(MARK);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        Map<String, String> made = Map.of(MARK, HexFormat.of().formatHex(random));
        try {
            ledger.keep(new Turn(MARK, 0, 0, 1, List.of(), List.of(), List.of(), made));
        } catch (PortException failed) {
            if (failed.trouble() != Trouble.STALE) {
                throw failed;
            }
        }
        return ledger.mark(MARK).orElseThrow(() -> new IllegalStateException("a secret was kept and is not there"));
    }

    private static Mac keyed(String secret) {
        try {
            Mac made = Mac.getInstance(HASH);
            made.init(new SecretKeySpec(HexFormat.of().parseHex(secret), HASH));
            return made;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HASH, impossible);
        }
    }
}
