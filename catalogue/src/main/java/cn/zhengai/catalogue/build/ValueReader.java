package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.reference.References;
import cn.zhengai.core.measure.Fraction;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads single values of an entry. Absent and what the schema refused is empty; anything else wrong is reported. */
record ValueReader(References references, Findings findings) {
    private static final int DECIMALS = 6;
    private static final Duration LONGEST = Duration.ofDays(7);

    /** A constant by its word: {@code share-met} is SHARE_MET. */
    <E extends Enum<E>> Optional<E> word(Mapping entry, String key, Class<E> type) {
        return entry.text(key)
                .flatMap(word -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(word))
                        .findFirst());
    }

    /** The entry's own id, when it is one. */
    Optional<String> id(Mapping entry) {
        return entry.text("id").filter(id -> id.indexOf('/') < 0);
    }

    Optional<LocalDate> date(Mapping entry, String key) {
        return entry.scalar(key).flatMap(this::date);
    }

    /** The day a value names. */
    Optional<LocalDate> date(Scalar written) {
        try {
            return Optional.of(LocalDate.parse(written.text().trim()));
        } catch (DateTimeParseException wrong) {
            if (written.text().matches("\\d{4}-\\d{2}-\\d{2}")) {
                report(written.place(), Code.BAD_DATE, "没有 %s 这一天；请改为实际存在的日期。".formatted(written.text()));
            }
            return Optional.empty();
        }
    }

    /** An exact number of at most six decimals. */
    Optional<Fraction> number(Mapping entry, String key) {
        return entry.scalar(key)
                .filter(written -> written.kind() == Scalar.Kind.NUMBER)
                .flatMap(this::number);
    }

    private Optional<Fraction> number(Scalar written) {
        BigDecimal number = new BigDecimal(written.text());
        if (number.stripTrailingZeros().scale() > DECIMALS) {
            report(written.place(), Code.OUT_OF_RANGE, "数字 %s 太细；最多写六位小数。".formatted(written.text()));
            return Optional.empty();
        }
        return Optional.of(Fraction.of(number.stripTrailingZeros()));
    }

    Optional<Fraction> positive(Mapping entry, String key) {
        return number(entry, key).filter(number -> number.signum() > 0);
    }

    /** A length of time from {@code least} to seven days; {@code usual} when none is written, or none that can be used. */
    Duration duration(Mapping entry, String key, Duration usual, Duration least) {
        Optional<String> text = entry.text(key);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            Duration written = Duration.parse(text.get());
            if (written.compareTo(least) >= 0 && written.compareTo(LONGEST) <= 0) {
                return written;
            }
        } catch (DateTimeException notOne) {
            // reported below
        }
        report(
                entry.placeOf(key),
                Code.PULL_TIMES,
                "%s 的时长“%s”不能用；请写 %s 到 P7D 之间的时长，如 PT30S（三十秒）、PT5M（五分钟）、PT1H（一小时）。".formatted(key, text.get(), least));
        return usual;
    }

    /** A name that is not blank. */
    private static Optional<Scalar> name(Mapping entry, String key) {
        return entry.scalar(key).filter(written -> !written.text().isBlank());
    }

    Optional<String> cycle(Mapping entry, String key) {
        return name(entry, key).flatMap(references::cycle);
    }

    Optional<String> parent(Mapping entry, String key) {
        return name(entry, key).flatMap(references::parent);
    }

    Optional<String> subject(Mapping entry, String key) {
        return name(entry, key).flatMap(references::subject);
    }

    /** Id of the unit a key refers to. */
    Optional<String> unit(Mapping entry, String key) {
        return name(entry, key).flatMap(references::unit);
    }

    Optional<String> point(Mapping entry, String key) {
        return name(entry, key).flatMap(references::point);
    }

    Optional<String> source(Mapping entry, String key) {
        return name(entry, key).flatMap(references::source);
    }

    Set<String> points(Mapping entry, String key) {
        return entry.scalars(key).stream()
                .flatMap(written -> references.point(written).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    void report(Place place, Code code, String sentence) {
        findings.add(place, code, sentence);
    }
}
