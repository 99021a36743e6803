package cn.zhengai.dashboards.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillingTest {
    private static final Span SPAN = new Span(Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(86_401_000));
    private static final String QUERY =
            "SELECT \"a\" FROM \"m\" WHERE \"s\" = '$x' AND \"t\" = '${x:raw}' AND \"u\" =~ /^:${x:regex}:$/ AND $timeFilter";

    private static Filling with(String value) {
        return new Filling(Map.of("x", List.of(value)), Map.of("x", "名称"), SPAN, Duration.ofMinutes(5));
    }

    @Test
    void variablesAndMacrosAreFilledIn() {
        assertThat(with("jwc").query(QUERY))
                .isEqualTo(
                        "SELECT \"a\" FROM \"m\" WHERE \"s\" = 'jwc' AND \"t\" = 'jwc' AND \"u\" =~ /^:jwc:$/ AND time >= 1000ms and time <= 86401000ms");
        assertThat(with("").query("GROUP BY time($__interval)")).isEqualTo("GROUP BY time(300s)");
        assertThat(with("jwc").words("各主体现状：$x ${x}")).isEqualTo("各主体现状：名称 名称");
    }

    /** Of what is filled in, the words between quotes are the value again, and nothing else has changed. */
    @Test
    void noValueBreaksOutOfItsQuotes() {
        Random random = new Random(5);
        String[] bits = {"'", "\\", "/", "$", "{", "}", "x", ".*", ")", " OR 1=1", "\"", "|", "名", "-", ";", "^", "+"};
        for (int i = 0; i < 2_000; i++) {
            StringBuilder value = new StringBuilder();
            random.ints(1 + random.nextInt(8), 0, bits.length).forEach(bit -> value.append(bits[bit]));
            String filled = with(value.toString()).query("'$x'#'${x:raw}'#=~ /:${x:regex}:/");
            var parts = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'#'((?:[^'\\\\]|\\\\.)*)'#=~ /:((?:[^/\\\\]|\\\\.)*):/")
                    .matcher(filled);
            assertThat(parts.matches()).as(filled).isTrue();
            assertThat(parts.group(1).replaceAll("\\\\(.)", "$1")).isEqualTo(value.toString());
            assertThat(parts.group(2)).isEqualTo(parts.group(1));
            assertThat(Pattern.matches(parts.group(3), value)).as(filled).isTrue();
        }
    }

    @Test
    void severalValuesAreAlternatives() {
        Filling several = new Filling(Map.of("x", List.of("a.b", "c|d", "e")), Map.of(), SPAN, Duration.ofMinutes(5));
        assertThat(several.query("\"s\" =~ /^${x:regex}$/ AND \"t\" = '$x'"))
                .isEqualTo("\"s\" =~ /^(a\\.b|c\\|d|e)$/ AND \"t\" = 'a.b'");
        Filling none = new Filling(Map.of("x", List.of()), Map.of(), SPAN, Duration.ofMinutes(5));
        assertThat(none.query("\"s\" =~ /^${x:regex}$/")).isEqualTo("\"s\" =~ /^$/");
    }

    @Test
    void aLineBreakIsNoPartOfAValue() {
        assertThat(with("a\n; DROP MEASUREMENT \"m\"\u0000").query("'$x'")).isEqualTo("'a; DROP MEASUREMENT \"m\"'");
    }

    @Test
    void nothingStandsOutsideOfQuotes() {
        assertThatIllegalArgumentException().isThrownBy(() -> with("1; DROP").query("LIMIT $x"));
        assertThatIllegalArgumentException().isThrownBy(() -> with("1").query("a / $x"));
    }

    @Test
    void whatNobodyChoseIsEmpty() {
        assertThat(with("1").query("'$other'")).isEqualTo("''");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 720, 2",
        "1, 1440, 1",
        "7, 600, 15",
        "30, 600, 60",
        "365, 600, 720",
        "365, 1000, 360",
        "730, 100, 10080"
    })
    void anIntervalIsAboutAPixel(int days, int pixels, int minutes) {
        Instant until = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(Span.back(Duration.ofDays(days), until).interval(pixels)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
