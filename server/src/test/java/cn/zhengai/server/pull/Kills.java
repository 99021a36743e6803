package cn.zhengai.server.pull;

import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Ends the work at random points around what is made durable, as a kill of the process would. */
final class Kills {
    private final Random random;
    private final int oneIn;
    private long appended;
    private int count;

    /** @param oneIn how often: one in so many points; 0: never */
    Kills(Random random, int oneIn) {
        this.random = random;
        this.oneIn = oneIn;
    }

    /** Not an exception that anybody handles. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void perhaps() {
        if (oneIn > 0 && random.nextInt(oneIn) == 0) {
            count++;
            throw new Killed();
        }
    }

    int count() {
        return count;
    }

    /** Readings that were appended, repeats included. */
    long appended() {
        return appended;
    }

    MessageLog around(MessageLog log) {
        return new MessageLog() {
            @Override
            public void append(List<Batch> batches) {
                perhaps();
                log.append(batches);
                appended += batches.stream().mapToLong(b -> b.readings().size()).sum();
                perhaps();
            }

            @Override
            public Knowledge end() {
                return log.end();
            }

            @Override
            public Subscription subscribe(String group, Assignment assignment) {
                return log.subscribe(group, assignment);
            }

            @Override
            public void close() {
                log.close();
            }
        };
    }

    Cursors around(Cursors cursors) {
        return new Cursors() {
            @Override
            public Optional<Cursor> settled(String source) {
                return cursors.settled(source);
            }

            @Override
            public void keep(Advance advance) {
                perhaps();
                cursors.keep(advance);
                perhaps();
            }

            @Override
            public List<Span> spans(String source, long from) {
                return cursors.spans(source, from);
            }

            @Override
            public List<RowDigest> rows(String source, long span) {
                return cursors.rows(source, span);
            }

            @Override
            public void correct(Correction correction) {
                cursors.correct(correction);
            }

            @Override
            public void compared(String source, Instant at) {
                cursors.compared(source, at);
            }

            @Override
            public Optional<Instant> comparedAt(String source) {
                return cursors.comparedAt(source);
            }

            @Override
            public List<Vanished> vanished(String source, int most) {
                return cursors.vanished(source, most);
            }
        };
    }
}
