package cn.zhengai.server.migrate;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/** Entries one after the other in a file of this process; a head is written where it differs from the one before. */
final class EntryFile {
    private static final int BUFFER = 1 << 16;

    private EntryFile() {}

    static void write(Path file, Iterator<Entry> entries) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            Optional<BatchHead> before = Optional.empty();
            while (entries.hasNext()) {
                Entry entry = entries.next();
                BatchHead head = entry.logged().head();
                boolean same = before.equals(Optional.of(head));
                out.writeByte(same ? 1 : 2);
                if (!same) {
                    write(out, head);
                    before = Optional.of(head);
                }
                out.writeInt(entry.stage());
                out.writeLong(entry.takenIn());
                out.writeInt(entry.partition());
                out.writeLong(entry.logged().seq());
                write(out, entry.logged().reading());
            }
            out.writeByte(0);
        }
    }

    private static void write(DataOutputStream out, BatchHead head) throws IOException {
        out.writeUTF(head.id());
        out.writeUTF(head.source());
        Instant recorded = head.recordedAt();
        long second = recorded.getEpochSecond();
        int nano = recorded.getNano();
        out.writeLong(second);
        out.writeInt(nano);
        out.writeBoolean(head.history());
        out.writeUTF(head.reason().orElse(""));
    }

    private static void write(DataOutputStream out, Reading reading) throws IOException {
        out.writeInt(reading.series().number());
        out.writeLong(reading.at());
        out.writeLong(reading.position());
        out.writeLong(reading.numerator());
        out.writeLong(reading.denominator());
        out.writeLong(reading.revision());
        out.writeInt(reading.row());
    }

    /** Reads a file once, from its beginning. */
    static final class In implements AutoCloseable {
        private final DataInputStream in;
        private final SeriesIndex index;
        private Optional<BatchHead> head = Optional.empty();

        /** @param index gave the series of the entries their numbers */
        In(Path file, SeriesIndex index) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            this.index = index;
        }

        /** Empty at the end. */
        Optional<Entry> next() throws IOException {
            int mark = in.readByte();
            if (mark == 0) {
                return Optional.empty();
            }
            if (mark == 2) {
                head = Optional.of(head());
            }
            int stage = in.readInt();
            long takenIn = in.readLong();
            int partition = in.readInt();
            long seq = in.readLong();
            return Optional.of(new Entry(stage, takenIn, partition, new Logged(seq, head.orElseThrow(), reading())));
        }

        private BatchHead head() throws IOException {
            String id = in.readUTF();
            String source = in.readUTF();
            Instant recordedAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
            boolean history = in.readBoolean();
            return new BatchHead(
                    id, source, recordedAt, history, Optional.of(in.readUTF()).filter(why -> !why.isEmpty()));
        }

        private Reading reading() throws IOException {
            Series series = index.numbered(in.readInt());
            return new Reading(
                    series, in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readInt());
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
