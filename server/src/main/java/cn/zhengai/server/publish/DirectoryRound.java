package cn.zhengai.server.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.publish.DirectoryPoints;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Units, control points and subjects, when the catalogue or the day is another. */
final class DirectoryRound implements Round {
    private final Supplier<Catalogue> catalogue;
    private Optional<Catalogue> kept = Optional.empty();
    private Optional<LocalDate> keptOn = Optional.empty();
    private Optional<Catalogue> given = Optional.empty();
    private Optional<LocalDate> givenOn = Optional.empty();

    DirectoryRound(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void publish(Instant now, Consumer<Point> out) {
        Catalogue current = catalogue.get();
        LocalDate today = LocalDate.ofInstant(now, current.zone());
        boolean same = kept.map(k -> k.digest().equals(current.digest())).orElse(false);
        if (!same || !keptOn.equals(Optional.of(today))) {
            DirectoryPoints directory = new DirectoryPoints(current, today);
            kept.ifPresent(before -> directory.goneSince(before).forEach(out));
            directory.all().forEach(out);
            given = Optional.of(current);
            givenOn = Optional.of(today);
        }
    }

    @Override
    public void kept() {
        kept = given;
        keptOn = givenOn;
    }
}
