package cn.zhengai.core.port;

/** The log of readings and the store that has what stands in it, in parts named by their callers. */
public interface Readings extends AutoCloseable {
    /** Collectors and consumers; closing it alone ends consumers and refuses appends. */
    MessageLog log();

    /** Whoever asks; closing it alone refuses questions. */
    ReadingStore store();

    /** Who brought what. */
    Provenance provenance();

    /** Erasing for good. */
    ReadingErasure erasure();

    @Override
    void close();
}
