package cn.zhengai.assessment.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.assessment.raw.RawCollege;
import cn.zhengai.assessment.raw.RealCollege;
import cn.zhengai.assessment.raw.SeededCollege;
import cn.zhengai.assessment.scoring.CollegeScoring;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.reading.Knowledge;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptKnowledgeTest {
    private static final Instant AS_OF = Instant.parse("2027-01-10T00:00:00Z");
    private static final Knowledge ELSEWHERE = Knowledge.parse("17,0,4");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void movesAloneAndLeavesTheResultIntact(long seed) throws JsonProcessingException {
        RawCollege raw = SeededCollege.of(seed);
        Catalogue catalogue = RealCollege.catalogue(raw);
        CollegeAssessment result = new CollegeScoring(catalogue, RealCollege.store(raw))
                .assess(catalogue.cycle(RawCollege.CYCLE).orElseThrow(), AS_OF, AS_OF);
        String document = AssessmentJson.text(result);

        String moved = KeptKnowledge.moved(document, before -> ELSEWHERE);

        assertThat(KeptKnowledge.of(document)).isEqualTo(result.knowledge());
        assertThat(KeptKnowledge.of(moved)).contains(ELSEWHERE);
        assertThat(AssessmentJson.parse(moved).intact()).isTrue();
        assertThat(KeptKnowledge.moved(moved, now -> result.knowledge().orElseThrow()))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":{\"knowledge\":\"1\"},\"knowledge\":null}", "{\"a\":[{\"knowledge\":\"1\"}]}", "{}"})
    void aDocumentThatSaysNothingOfItStaysAsItIs(String document) {
        assertThat(KeptKnowledge.of(document)).isEmpty();
        assertThat(KeptKnowledge.moved(document, before -> ELSEWHERE)).isEqualTo(document);
    }
}
