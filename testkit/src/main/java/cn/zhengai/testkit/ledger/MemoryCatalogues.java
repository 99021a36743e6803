package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Draft;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.CatalogueVersion.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Versions in a list. */
final class MemoryCatalogues implements CatalogueLedger {
    private final List<CatalogueVersion> kept = new ArrayList<>();

    @Override
    public synchronized Head keep(Draft draft) {
        Publication p = draft.publication();
        if (!kept.isEmpty()) {
            Head newest = kept.get(kept.size() - 1).head();
            if (newest.digest().equals(draft.digest()) && newest.from().equals(p.from())) {
                return newest;
            }
        }
        Head head = new Head(kept.size() + 1, draft.digest(), p.from(), p.recordedAt(), p.author(), p.reason());
        kept.add(new CatalogueVersion(head, draft.files()));
        return head;
    }

    @Override
    public synchronized List<Head> heads() {
        return kept.stream().map(CatalogueVersion::head).toList();
    }

    @Override
    public synchronized Optional<CatalogueVersion> version(int number) {
        return kept.stream().filter(v -> v.head().number() == number).findFirst();
    }
}
