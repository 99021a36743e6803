package cn.zhengai.assessment.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.raw.SeededCollege;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.reading.Knowledge;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssessmentJsonTest {
    private static final Instant AS_OF = Instant.parse("2027-01-10T00:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static CollegeAssessment assess(RawCollege raw, Instant asOf, Instant computedAt) {
        Catalogue catalogue = RealCollege.catalogue(raw);
        return new CollegeScoring(catalogue, RealCollege.store(raw))
                .assess(catalogue.cycle(RawCollege.CYCLE).orElseThrow(), asOf, computedAt);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readBackEqualAndIntact(long seed) throws JsonProcessingException {
        CollegeAssessment assessment = assess(SeededCollege.of(seed), AS_OF, AS_OF);

        CollegeAssessment read = AssessmentJson.parse(AssessmentJson.text(assessment));

        assertThat(read).isEqualTo(assessment);
        assertThat(read.intact()).isTrue();
    }

    @Test
    void theDigestKnowsTheResultAndNotTheTime() {
        RawCollege raw = SeededCollege.of(11);
        CollegeAssessment first = assess(raw, AS_OF, AS_OF);
        CollegeAssessment later = assess(raw, AS_OF.plusSeconds(86_400), AS_OF.plusSeconds(90_000));

        assertThat(later.digest()).isEqualTo(first.digest()).hasSize(64);
        assertThat(later.computedAt()).isNotEqualTo(first.computedAt());
    }

    /** Written before the knowledge was kept: read as it is, with the digest it had. */
    @Test
    void anOlderDocumentIsStillIntact() throws JsonProcessingException {
        CollegeAssessment now = assess(small(94_210_000), AS_OF, AS_OF);
        String older = AssessmentJson.text(now).replace("\"knowledge\":\"1\",", "");

        CollegeAssessment read = AssessmentJson.parse(older);

        assertThat(now.knowledge()).contains(Knowledge.in(0, 1));
        assertThat(read.knowledge()).isEmpty();
        assertThat(read.intact()).isTrue();
        assertThat(AssessmentJson.text(read)).isEqualTo(older);
    }

    @Test
    void oneMillionthMoreIsAnotherDigest() {
        RawCollege raw = small(94_210_000);
        RawCollege other = small(94_210_001);

        assertThat(assess(raw, AS_OF, AS_OF).digest())
                .isNotEqualTo(assess(other, AS_OF, AS_OF).digest());
    }

    @Test
    void aChangedDocumentIsNotIntact() throws JsonProcessingException {
        String text = AssessmentJson.text(assess(small(94_210_000), AS_OF, AS_OF));
        String forged = text.replace("9421/100", "9521/100");

        assertThat(forged).isNotEqualTo(text);
        assertThat(AssessmentJson.parse(text).intact()).isTrue();
        assertThat(AssessmentJson.parse(forged).intact()).isFalse();
    }

    @Test
    void figuresAreExactTextsBesideShownOnes() {
        String text = AssessmentJson.text(assess(small(94_210_000), AS_OF, AS_OF));

        assertThat(text)
                .contains("\"achievement\":{\"exact\":\"9421/95\",\"shown\":\"99.16\"}")
                .contains("\"asOf\":\"2027-01-10T00:00:00Z\"")
                .contains("100 × 94.21 ÷ 95 = 99.16…");
    }

    @Test
    void whatIsNoAssessmentIsRefused() {
        assertThatThrownBy(() -> AssessmentJson.parse("{\"college\":")).isInstanceOf(JsonProcessingException.class);
    }

    private static RawCollege small(long value) {
        return new RawCollege()
                .unit("d", "", "DEPARTMENT")
                .subject("a", "COURSE", "d")
                .point("p", "LAST", true, 95, 90, 85)
                .ratioGoal("g", "d", "p", 95_000_000)
                .plain("p", "a", "2026-05-01", value);
    }
}
