package cn.zhengai.collector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedQueryTest {
    @Test
    void bindsBecomeQuestionMarksInTheirOrder() {
        assertThat(NamedQuery.parse("select a from t where (t, i) > (:since_instant,:Since_Id) and t<=:until"))
                .isEqualTo(new NamedQuery(
                        "select a from t where (t, i) > (?,?) and t<=?",
                        java.util.List.of("since_instant", "since_id", "until")));
    }

    @Test
    void textsNamesCommentsAndCastsAreLeftAlone() {
        String untouched = """
                select ':since_id', "a:b", `c:d`, x::text, '它''s :until' -- :since_id
                /* :until */ from t where a = '12:30' and b[1:2] = 3""";
        assertThat(NamedQuery.parse(untouched)).isEqualTo(new NamedQuery(untouched, java.util.List.of()));
    }

    @Test
    void whatIsCutShortIsLeftToTheDatabase() {
        assertThat(NamedQuery.parse("select 'a from t where :until").binds()).isEmpty();
        assertThat(NamedQuery.parse("select :").sql()).isEqualTo("select :");
    }
}
