package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.Pull.Access;
import cn.zhengai.core.catalogue.Pull.Format;
import cn.zhengai.core.catalogue.Pull.Nightly;
import cn.zhengai.core.catalogue.Pull.Pace;
import cn.zhengai.core.catalogue.Pull.Watermark;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the {@code jdbc} of a source; what is not written takes the value that suits most systems. */
record PullReader(ValueReader values) {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration SAFETY_LAG = Duration.ofMinutes(2);
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int FETCH_SIZE = 5000;
    private static final Nightly NIGHTLY = new Nightly(LocalTime.of(2, 30), 30);

    Optional<Pull> read(Mapping entry) {
        Optional<String> url = entry.text("url");
        Optional<String> query = entry.text("query");
        Optional<Watermark> watermark = entry.mapping("watermark").flatMap(this::watermark);
        Pace pace = new Pace(
                values.duration(entry, "every", EVERY, Duration.ofSeconds(1)),
                values.duration(entry, "safety-lag", SAFETY_LAG, Duration.ZERO),
                values.duration(entry, "overlap", OVERLAP, Duration.ZERO));
        Duration timeout = values.duration(entry, "timeout", TIMEOUT, Duration.ofSeconds(1));
        Optional<Nightly> nightly = nightly(entry);
        if (url.isEmpty() || query.isEmpty() || watermark.isEmpty()) {
            return Optional.empty();
        }
        Access access = new Access(
                url.get(), entry.text("user"), entry.text("password"), whole(entry, "fetch-size", FETCH_SIZE), timeout);
        return Optional.of(new Pull(access, query.get(), watermark.get(), pace, nightly));
    }

    private Optional<Watermark> watermark(Mapping entry) {
        Optional<String> instant = entry.text("instant");
        Optional<String> id = entry.text("id");
        if (instant.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Watermark(
                instant.get(),
                values.word(entry, "format", Format.class).orElse(Format.TIMESTAMP),
                id.get(),
                entry.text("id-type").filter("text"::equals).isEmpty(),
                values.date(entry, "from"),
                zone(entry)));
    }

    private Optional<ZoneId> zone(Mapping entry) {
        try {
            return entry.text("zone").map(ZoneId::of);
        } catch (DateTimeException unknown) {
            values.report(
                    entry.placeOf("zone"),
                    Code.UNKNOWN_ZONE,
                    "没有时区“%s”；中国大陆请写 Asia/Shanghai，数据库按世界时存放请写 UTC。"
                            .formatted(entry.text("zone").orElse("")));
            return Optional.empty();
        }
    }

    /** {@code reconcile: false} switches the nightly comparison off. */
    private Optional<Nightly> nightly(Mapping entry) {
        Optional<Mapping> written = entry.mapping("reconcile");
        if (written.isEmpty()) {
            return entry.text("reconcile").filter("false"::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(NIGHTLY);
        }
        return Optional.of(new Nightly(time(written.get()), whole(written.get(), "days", NIGHTLY.days())));
    }

    private LocalTime time(Mapping entry) {
        return entry.text("at")
                .filter(text -> text.matches("([01]\\d|2[0-3]):[0-5]\\d"))
                .map(LocalTime::parse)
                .orElse(NIGHTLY.at());
    }

    private static int whole(Mapping entry, String key, int usual) {
        return entry.text(key)
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .map(Integer::valueOf)
                .orElse(usual);
    }
}
