package cn.zhengai.core.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the ledger no longer keeps, and the proof that it was erased. */
public interface RetentionLedger {
    /**
     * First instants, epoch milliseconds, that warnings and states which stay still rest on, by series
     * ({@code point/subject}); only those before {@code before}. Readings from there on must stay, or a late reading would
     * change what people were told.
     */
    Map<String, Long> needed(Collection<String> points, Instant before);

    /**
     * Erases the warnings of these points that ended before an instant, with their facts and notices.
     *
     * @return how many warnings
     */
    long eraseWarnings(Collection<String> points, Instant before);

    /**
     * Erases rejected rows and the answers given to senders of batches taken in before an instant; counts stay.
     *
     * @return how many rejected rows
     */
    long eraseRejections(Instant before);

    /**
     * Keeps the proof of an erasure; they are numbered from 1 without gaps.
     *
     * @throws PortException {@link Trouble#REFUSED} when there is one of that number
     */
    void keep(Erasure erasure);

    /** All proofs, oldest first. */
    List<Erasure> erasures();

    /**
     * The proof of one erasure; each is sealed together with the one before it.
     *
     * @param number from 1
     * @param what {@code STUDENT} and other levels, or {@code REJECTIONS}
     * @param before what spoke about, ended or was taken in before this instant is gone
     * @param readings erased, with {@code fingerprint} of their rows
     * @param warnings erased with their facts and notices
     * @param rejections rejected rows erased
     * @param stayed readings before that instant, counted afterwards, that stay because a warning that stays rests on
     *     them
     * @param doneAt time of the erasure
     * @param seal SHA-256, hex, over the seal before and all of the above
     */
    record Erasure(
            long number,
            String what,
            Instant before,
            long readings,
            String fingerprint,
            long warnings,
            long rejections,
            long stayed,
            Instant doneAt,
            String seal) {}
}
