package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.version.CatalogueVersion.Head;
import java.util.Optional;

/**
 * A catalogue and which version of it that is.
 *
 * @param catalogue as its own text says; lines of other versions have no part in it
 * @param head empty where versions are not kept
 */
public record Edition(Catalogue catalogue, Optional<Head> head) {}
