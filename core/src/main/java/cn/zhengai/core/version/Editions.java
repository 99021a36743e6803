package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.version.CatalogueVersion.Head;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The catalogue's versions as catalogues. Safe for use by many threads. */
public interface Editions {
    /** All versions, oldest first, also those that never came into force. */
    List<Head> heads();

    /** In force on a day, in the college's zone; before the first date the first. */
    Edition on(LocalDate day);

    /**
     * By whose rules a cycle is computed: in force on its last day, or today while it runs. A cycle that was unknown to
     * that version (the college had not begun yet) is computed by the first later one that declares it.
     *
     * @return empty when no version in force on any day declares the cycle
     */
    Optional<Edition> ofCycle(String cycle, LocalDate today);

    /** The newest version with this digest. */
    Optional<Edition> ofDigest(String digest);

    /** By number. */
    Optional<Edition> version(int number);

    /** Where versions are not kept: one catalogue, always. */
    static Editions only(Supplier<Catalogue> catalogue) {
        return new OnlyEdition(catalogue);
    }
}
