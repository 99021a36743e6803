package cn.zhengai.server.version;

import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Draft;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.CatalogueVersion.Publication;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/** Makes a clean text of the catalogue folder a version. */
final class Publishing {
    private final CatalogueLedger ledger;
    private final BooleanSupplier drafting;
    private final InstantSource time;

    /** @param drafting nothing was taken in yet: what is written holds from the beginning, unless it says otherwise */
    Publishing(CatalogueLedger ledger, BooleanSupplier drafting, InstantSource time) {
        this.ledger = ledger;
        this.drafting = drafting;
        this.time = time;
    }

    /**
     * Why a text cannot become a version under this note; empty when it can.
     *
     * @param heads all versions so far
     */
    Optional<String> refused(ChangeNote note, Catalogue text, List<Head> heads) {
        boolean past = note.from()
                .filter(from -> from.isBefore(LocalDate.ofInstant(time.instant(), text.zone())))
                .isPresent();
        return past && !heads.isEmpty() && note.reason().isEmpty() && !drafting.getAsBoolean()
                ? Optional.of("施行日期 " + note.from().get() + " 在今天之前，这是对过去规则的补正，必须说明理由（reason）。")
                : Optional.empty();
    }

    /** Keeps it. Call only when not {@link #refused}. */
    Head publish(ChangeNote note, Catalogue text, SortedMap<String, String> files) {
        boolean first = ledger.heads().isEmpty();
        boolean draft = first || drafting.getAsBoolean();
        Instant now = time.instant();
        LocalDate today = LocalDate.ofInstant(now, text.zone());
        Publication publication = new Publication(
                note.from().orElse(draft ? CatalogueVersion.ALWAYS : today),
                now,
                note.author().orElseGet(() -> System.getProperty("user.name", "目录文件夹")),
                note.reason().orElse(first ? "首次采用" : draft ? "起草" : "未说明"));
        return ledger.keep(new Draft(text.digest(), publication, files));
    }
}
