package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.Patience;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code hold} and {@code calm}: {@code 2}, {@code P3D} or {@code {readings: 2, time: P3D}}. */
record PatienceReader(ValueReader values) {
    /** What the schema lets through; not all of it is a duration. */
    private static final Pattern FORM = Pattern.compile("P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");

    private static final Duration LONGEST = Duration.ofDays(3660);

    /** {@link Patience#NONE} when absent; empty when it cannot be read. */
    Optional<Patience> read(Mapping entry, String key) {
        Optional<Mapping> both = entry.mapping(key);
        if (both.isPresent()) {
            Optional<Integer> readings =
                    both.get().has("readings") ? both.get().scalar("readings").flatMap(this::count) : Optional.of(1);
            Optional<Duration> time =
                    both.get().has("time") ? both.get().scalar("time").flatMap(this::time) : Optional.of(Duration.ZERO);
            return readings.flatMap(n -> time.map(t -> new Patience(n, t)));
        }
        Optional<Scalar> one = entry.scalar(key);
        return one.isEmpty() ? Optional.of(Patience.NONE) : one.flatMap(this::single);
    }

    private Optional<Patience> single(Scalar written) {
        return written.kind() == Scalar.Kind.NUMBER
                ? count(written).map(readings -> new Patience(readings, Duration.ZERO))
                : time(written).map(time -> new Patience(1, time));
    }

    private Optional<Integer> count(Scalar written) {
        return Optional.of(written.text())
                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf);
    }

    private Optional<Duration> time(Scalar written) {
        try {
            Duration time = Duration.parse(written.text());
            if (!time.isZero() && !time.isNegative() && time.compareTo(LONGEST) <= 0) {
                return Optional.of(time);
            }
        } catch (DateTimeParseException wrong) {
            if (!FORM.matcher(written.text()).matches()) {
                return Optional.empty();
            }
        }
        values.report(
                written.place(),
                Code.BAD_PATIENCE,
                "时长“%s”没有意义；请写大于零、十年以内的时长，如 P3D（三天）或 PT12H（十二小时）。".formatted(written.text()));
        return Optional.empty();
    }
}
