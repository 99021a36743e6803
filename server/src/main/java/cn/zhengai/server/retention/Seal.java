package cn.zhengai.server.retention;

import cn.zhengai.core.port.RetentionLedger.Erasure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Chains proofs: each seal covers its proof and the seal before, so none can be changed or left out unseen. */
final class Seal {
    private static final String FIRST = "";

    private Seal() {}

    /** The proof with its number and seal, to follow the others. */
    static Erasure on(List<Erasure> before, Erasure bare) {
        String previous =
                before.isEmpty() ? FIRST : before.get(before.size() - 1).seal();
        Erasure numbered = with(bare, before.size() + 1L, "");
        return with(bare, numbered.number(), of(previous, numbered));
    }

    /** Number of the first proof that was changed, or follows one that was left out; empty when all hold. */
    static Optional<Long> broken(List<Erasure> all) {
        String previous = FIRST;
        long number = 1;
        for (Erasure one : all) {
            if (one.number() != number || !one.seal().equals(of(previous, one))) {
                return Optional.of(number);
            }
            previous = one.seal();
            number++;
        }
        return Optional.empty();
    }

    private static Erasure with(Erasure one, long number, String seal) {
        return new Erasure(
                number,
                one.what(),
                one.before(),
                one.readings(),
                one.fingerprint(),
                one.warnings(),
                one.rejections(),
                one.stayed(),
                one.doneAt(),
                seal);
    }

    private static String of(String previous, Erasure one) {
        String text = String.join(
                "|",
                previous,
                String.valueOf(one.number()),
                one.what(),
                one.before().toString(),
                String.valueOf(one.readings()),
                one.fingerprint(),
                String.valueOf(one.warnings()),
                String.valueOf(one.rejections()),
                String.valueOf(one.stayed()),
                one.doneAt().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
