package cn.zhengai.core.port;

import cn.zhengai.core.version.CatalogueVersion;
import java.util.List;
import java.util.Optional;

/** Every version of the catalogue, with its files. Never changed, never deleted. */
public interface CatalogueLedger {
    /**
     * Keeps a version under the next number. Where the newest has the same digest and date of force, it stays the newest
     * and is what is returned: keeping the same again changes nothing.
     */
    CatalogueVersion.Head keep(CatalogueVersion.Draft draft);

    /** All, by number. */
    List<CatalogueVersion.Head> heads();

    /** With its files; empty when there is no such number. */
    Optional<CatalogueVersion> version(int number);
}
