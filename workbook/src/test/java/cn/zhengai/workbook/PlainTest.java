package cn.zhengai.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"＞＝９８．５|>=98.5", "\u3000教务处\u00A0|教务处", "a\u200Bb\uFEFF|ab", "第一\t行|第一 行"})
    void textIsMadePlain(String typed, String plain) {
        assertThat(Plain.text(typed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"１２３|123", "1,234.50|1234.50", "－５|-5", "−5|-5", ".5|.5", "15，200|15200"})
    void numbers(String typed, String plain) {
        assertThat(Plain.number(typed)).contains(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"98%", "12,34", "", "九十", "1 2", "--1", "∞"})
    void noNumbers(String typed) {
        assertThat(Plain.number(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-01|2026-09-01",
                "2026/9/1|2026-09-01",
                "2026.9.1|2026-09-01",
                "２０２６年９月１日|2026-09-01",
                "2026年9月1号|2026-09-01",
                "20260901|2026-09-01",
                "2026-09-01 8:30|2026-09-01T08:30:00",
                "2026-09-01T08:30:15|2026-09-01T08:30:15",
                "2026年9月1日 8时30分|2026-09-01T08:30:00"
            })
    void days(String typed, String plain) {
        assertThat(Plain.day(typed)).contains(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "26-9-1", "2026-9", "昨天", "", "2026-09-01 25:00"})
    void noDays(String typed) {
        assertThat(Plain.day(typed)).isEmpty();
    }
}
