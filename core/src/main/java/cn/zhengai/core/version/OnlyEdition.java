package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.version.CatalogueVersion.Head;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The one of {@link Editions#only}. */
record OnlyEdition(Supplier<Catalogue> catalogue) implements Editions {
    @Override
    public List<Head> heads() {
        return List.of();
    }

    @Override
    public Edition on(LocalDate day) {
        return new Edition(catalogue.get(), Optional.empty());
    }

    @Override
    public Optional<Edition> ofCycle(String cycle, LocalDate today) {
        return Optional.of(on(today)).filter(e -> e.catalogue().cycle(cycle).isPresent());
    }

    @Override
    public Optional<Edition> ofDigest(String digest) {
        return Optional.of(on(LocalDate.EPOCH))
                .filter(e -> e.catalogue().digest().equals(digest));
    }

    @Override
    public Optional<Edition> version(int number) {
        return Optional.empty();
    }
}
