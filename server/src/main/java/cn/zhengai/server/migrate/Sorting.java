package cn.zhengai.server.migrate;

import cn.zhengai.core.reading.SeriesIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts any number of entries in order: sorted parts are written to a folder, then read side by side. In memory are the
 * entries of one part, or a buffer of each of those that are merged. For one thread.
 */
final class Sorting {
    /** Bytes an entry takes in a part, about, its share of a head included. */
    static final int BYTES_AN_ENTRY = 100;

    private static final int ENTRIES_IN_MEMORY = 200_000;
    private static final int PARTS_AT_ONCE = 200;

    private final Path folder;
    private final SeriesIndex index;
    private final int inMemory;
    private final int atOnce;
    private final Deque<Path> parts = new ArrayDeque<>();
    private List<Entry> waiting = new ArrayList<>();
    private int files;

    /** @param index gave the series of all entries their numbers */
    Sorting(Path folder, SeriesIndex index) {
        this(folder, index, ENTRIES_IN_MEMORY, PARTS_AT_ONCE);
    }

    Sorting(Path folder, SeriesIndex index, int inMemory, int atOnce) {
        this.folder = folder;
        this.index = index;
        this.inMemory = inMemory;
        this.atOnce = atOnce;
    }

    void add(Entry entry) throws IOException {
        waiting.add(entry);
        if (waiting.size() == inMemory) {
            spill();
        }
    }

    private void spill() throws IOException {
        Collections.sort(waiting);
        Path part = next();
        EntryFile.write(part, waiting.iterator());
        parts.add(part);
        waiting = new ArrayList<>();
    }

    private Path next() {
        return folder.resolve("part-" + files++);
    }

    /** All that were added, in order; the files are gone when it returns. */
    void each(Sink sink) throws IOException {
        spill();
        while (parts.size() > atOnce) {
            List<Path> some = new ArrayList<>();
            while (some.size() < atOnce) {
                some.add(parts.removeFirst());
            }
            Path merged = next();
            try (Merge merge = new Merge(some, index)) {
                EntryFile.write(merged, merge);
            }
            delete(some);
            parts.addLast(merged);
        }
        List<Path> last = List.copyOf(parts);
        try (Merge merge = new Merge(last, index)) {
            while (merge.hasNext()) {
                sink.take(merge.next());
            }
        }
        delete(last);
        parts.clear();
    }

    private static void delete(List<Path> done) throws IOException {
        for (Path part : done) {
            Files.delete(part);
        }
    }

    /** Takes them one by one. */
    interface Sink {
        void take(Entry entry) throws IOException;
    }

    /** Sorted files as one. */
    private static final class Merge implements Iterator<Entry>, AutoCloseable {
        private final List<EntryFile.In> open = new ArrayList<>();
        private final PriorityQueue<Head> heads = new PriorityQueue<>();

        Merge(List<Path> parts, SeriesIndex index) throws IOException {
            for (Path part : parts) {
                EntryFile.In in = new EntryFile.In(part, index);
                open.add(in);
                goOn(in);
            }
        }

        private void goOn(EntryFile.In in) throws IOException {
            in.next().ifPresent(entry -> heads.add(new Head(entry, in)));
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Entry next() {
            Head first = heads.remove();
            try {
                goOn(first.in);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return first.entry;
        }

        @Override
        public void close() throws IOException {
            for (EntryFile.In in : open) {
                in.close();
            }
        }

        private record Head(Entry entry, EntryFile.In in) implements Comparable<Head> {
            @Override
            public int compareTo(Head other) {
                return entry.compareTo(other.entry);
            }
        }
    }
}
