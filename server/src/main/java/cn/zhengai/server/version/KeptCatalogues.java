package cn.zhengai.server.version;

import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.version.CatalogueVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads kept versions and remembers the last few. Safe for use by many threads. */
final class KeptCatalogues implements IntFunction<Catalogue> {
    private static final int REMEMBERED = 8;

    private final CatalogueLedger ledger;
    private final Map<Integer, Catalogue> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true);

    KeptCatalogues(CatalogueLedger ledger) {
        this.ledger = ledger;
    }

    synchronized void remember(int number, Catalogue catalogue) {
        remembered.put(number, catalogue);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    /** @throws PortException {@link Trouble#CORRUPT} when it cannot be read any more */
    @Override
    public synchronized Catalogue apply(int number) {
        Catalogue known = remembered.get(number);
        if (known != null) {
            return known;
        }
        CatalogueVersion version = ledger.version(number)
                .orElseThrow(() -> new PortException(Trouble.CORRUPT, "台账中没有目录第 " + number + " 版，请从备份恢复"));
        try {
            Catalogue read =
                    CatalogueReading.kept(version.files(), version.head().digest());
            remember(number, read);
            return read;
        } catch (IllegalArgumentException unreadable) {
            throw new PortException(
                    Trouble.CORRUPT, "目录第 " + number + " 版无法读取（" + unreadable.getMessage() + "），请从备份恢复", unreadable);
        }
    }
}
