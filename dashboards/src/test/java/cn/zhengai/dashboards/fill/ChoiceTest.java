package cn.zhengai.dashboards.fill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Span SPAN = Span.back(Duration.ofDays(1), Instant.parse("2026-11-23T00:00:00Z"));
    private static final Dashboard BOARD = new Dashboard(
            "b",
            "看板",
            "说明",
            "now-1y",
            List.of(
                    Variable.of("unit", "单位", "units", Variable.NAME_AND_ID, Variable.Order.RISING),
                    Variable.of("subject", "主体", "of '$unit'", Variable.NAME_AND_ID, Variable.Order.AS_FOUND)
                            .finding("other of '$unit' '$asked'"),
                    Variable.of("cycle", "周期", "cycles", "", Variable.Order.FALLING)
                            .following(Variable.Chosen.FIRST),
                    Variable.of("all", "全部", "units", Variable.NAME_AND_ID, Variable.Order.AS_FOUND)
                            .following(Variable.Chosen.ALL)),
            List.of(),
            List.of(),
            List.of());

    private final List<String> asked = new ArrayList<>();
    private final ResultSource source = query -> {
        asked.add(query);
        return switch (query) {
            case "units" -> List.of(labels("乙|b", "甲|a"), labels("甲|a", "no sign"));
            case "of 'a'" -> List.of(labels("高数|c1"));
            case "of 'b'" -> List.of(labels("体育|c2", "高数|c1"));
            case "other of 'a' 'c9'" -> List.of(labels("哲学|c9"));
            case "cycles" -> List.of(labels("2025", "2026"));
            default -> List.of();
        };
    };

    private static Answer labels(Object... labels) {
        List<List<Object>> rows = new ArrayList<>();
        for (Object label : labels) {
            rows.add(List.of(0L, label));
        }
        return new Answer("m", Map.of(), List.of("time", "label"), List.copyOf(rows));
    }

    @Test
    void theFirstIsChosenAndTheLaterFollow() {
        Choice choice = Choice.of(BOARD, Map.of(), SPAN, source);
        assertThat(choice.offers().get(0).options())
                .containsExactly(new Option("no sign", "no sign"), new Option("b", "乙"), new Option("a", "甲"));
        assertThat(choice.offers().get(1).chosen()).isEmpty();
        assertThat(choice.values())
                .containsExactly(
                        Map.entry("unit", List.of("no sign")),
                        Map.entry("cycle", List.of("2026")),
                        Map.entry("all", List.of("b", "a", "no sign")));
        assertThat(asked).containsExactly("units", "of 'no sign'", "cycles", "units");
    }

    @Test
    void whatIsAskedForIsChosenWhileItIsOffered() {
        assertThat(Choice.of(BOARD, Map.of("unit", "b", "subject", "c1"), SPAN, source)
                        .values())
                .containsEntry("unit", List.of("b"))
                .containsEntry("subject", List.of("c1"));
    }

    @Test
    void whatIsNotThereIsMissedAndTheFirstStands() {
        Choice choice = Choice.of(BOARD, Map.of("unit", "a", "subject", "c2", "cycle", "x'"), SPAN, source);
        assertThat(choice.values()).containsEntry("subject", List.of("c1")).containsEntry("cycle", List.of("2026"));
        assertThat(choice.offers())
                .extracting(Offer::missed)
                .containsExactly(Optional.empty(), Optional.of("c2"), Optional.of("x'"), Optional.empty());
    }

    @Test
    void whatIsNotOfferedForThereAreTooManyIsFound() {
        Choice choice = Choice.of(BOARD, Map.of("unit", "a", "subject", "c9"), SPAN, source);
        assertThat(choice.offers().get(1).chosen()).containsExactly(new Option("c9", "哲学"));
        assertThat(choice.offers().get(1).options()).containsExactly(new Option("c9", "哲学"), new Option("c1", "高数"));
        assertThat(choice.offers().get(1).missed()).isEmpty();
    }

    @Test
    void peopleReadTheText() {
        Choice choice = Choice.of(BOARD, Map.of("unit", "b"), SPAN, source);
        assertThat(choice.filling(Duration.ofMinutes(1)).words("$unit 的 $subject"))
                .isEqualTo("乙 的 体育");
    }
}
