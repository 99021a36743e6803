package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.fill.Choice;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Annotation;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Variable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of every dashboard against a real InfluxDB with the demo college. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardQueriesTest {
    private static final Pattern ALIAS = Pattern.compile("AS \"([^\"]+)\"");
    private static final Pattern TAG = Pattern.compile("\\$tag_([a-z_]+)");

    /** Lines that are ranges, which only some points have; notices that were not delivered, of which there are none. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("目标上限", "标准上限", "预警上限", "推迟", "被拒收", "无处可寄");

    private PublishedDemo demo;

    @BeforeAll
    void start(@TempDir Path folder) {
        demo = new PublishedDemo(folder, "2026-11-23T01:00:00Z");
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private static Stream<Dashboard> dashboards() {
        return Boards.all().stream();
    }

    private Filled filled(Dashboard dashboard) {
        return Filled.of(dashboard, demo.influx, demo.time.instant());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelHasDataOfItsShape(Dashboard dashboard) {
        Filled filled = filled(dashboard);
        List<String> empty = new ArrayList<>();
        for (Panel panel : dashboard.panels()) {
            for (Target target : panel.targets()) {
                List<Influx.Answer> answers = demo.influx.ask(filled.query(target.query()));
                boolean others = panel.title().equals("预警") && panel.targets().size() == 2;
                if (answers.isEmpty() && !others && !MAY_BE_EMPTY.contains(target.alias())) {
                    empty.add(panel.title() + " " + target.refId() + ": " + filled.query(target.query()));
                }
                answers.forEach(answer -> shape(panel, target, answer));
            }
        }
        assertThat(empty).isEmpty();
    }

    private static void shape(Panel panel, Target target, Influx.Answer answer) {
        assertThat(answer.columns().get(0)).isEqualTo("time");
        assertThat(answer.rows()).as(panel.title()).isNotEmpty();
        Matcher tag = TAG.matcher(target.alias());
        while (tag.find()) {
            assertThat(answer.tags().path(tag.group(1)).asText())
                    .as(panel.title())
                    .isNotBlank();
        }
        if (target.table()) {
            Matcher alias = ALIAS.matcher(target.query().replaceAll("\\(SELECT.*\\)", ""));
            while (alias.find()) {
                assertThat(answer.columns()).as(panel.title()).contains(alias.group(1));
            }
        } else {
            assertThat(answer.columns()).as(panel.title()).hasSize(2);
            assertThat(answer.rows())
                    .as(panel.title())
                    .allMatch(row -> row.path(1).isNumber());
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyMarkHasATitleAndAText(Dashboard dashboard) {
        Filled filled = filled(dashboard);
        for (Annotation annotation : dashboard.annotations()) {
            demo.influx.ask(filled.query(annotation.query())).forEach(answer -> {
                assertThat(answer.columns()).containsExactly("time", "title", "text", "step");
                assertThat(answer.rows()).allMatch(row -> row.path(1).asText().contains("："));
            });
        }
    }

    /** Whatever a reader chooses, there is something to see. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void everyUnitAndEveryPointCanBeChosen(Dashboard dashboard) {
        for (Variable variable : dashboard.variables()) {
            Filled first = filled(dashboard);
            for (String option : Filled.options(variable, first, demo.influx)) {
                Filled chosen = filled(dashboard).with(variable.name(), option);
                assertThat(dashboard.panels().stream()
                                .flatMap(p -> p.targets().stream())
                                .filter(t -> t.query().contains("$" + variable.name())
                                        || t.query().contains("${" + variable.name()))
                                .map(t -> demo.influx.ask(chosen.query(t.query())))
                                .filter(answers -> !answers.isEmpty())
                                .count())
                        .as(dashboard.title() + " " + variable.label() + " " + option)
                        .isPositive();
            }
        }
    }

    /** Of a unit, points and subjects are offered that it has. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void aUnitLeavesNothingWithoutAChoice(Dashboard dashboard) {
        Span year = Span.back(Duration.ofDays(365), demo.time.instant());
        List<String> offered = dashboard.variables().stream()
                .limit(1)
                .flatMap(first -> Filled.options(first, filled(dashboard), demo.influx).stream())
                .toList();
        for (String unit : offered) {
            Choice choice = Choice.of(dashboard, Map.of("unit", unit), year, demo.influx.source());
            assertThat(choice.offers())
                    .as(dashboard.title() + " " + unit)
                    .noneMatch(offer -> offer.chosen().isEmpty());
        }
    }

    @Test
    void nobodyIsNamedOrNumbered() {
        Set<String> persons = new TreeSet<>();
        demo.run.catalogue().subjects().values().stream()
                .filter(s -> s.level().personal())
                .forEach(s -> {
                    persons.add(s.id());
                    persons.add(s.name());
                });
        Set<String> said = new TreeSet<>();
        for (Influx.Answer measurement : demo.influx.ask("SHOW MEASUREMENTS")) {
            measurement.rows().forEach(row -> said.addAll(texts(row.path(0).asText())));
        }
        assertThat(said).hasSizeGreaterThan(500);
        said.retainAll(persons);
        assertThat(said).isEmpty();
    }

    private Set<String> texts(String measurement) {
        Set<String> texts = new TreeSet<>();
        demo.influx
                .ask("SELECT * FROM \"" + measurement + "\"")
                .forEach(answer -> answer.rows()
                        .forEach(row -> row.forEach(value -> {
                            if (value.isTextual()) {
                                texts.add(value.asText());
                            }
                        })));
        return texts;
    }

    @Test
    void noNumberOfOneToFourPersonsIsSaid() {
        for (String field : List.of(
                "on_target", "on_standard", "below_standard", "in_warning", "met", "not_met", "unknown", "total")) {
            demo.influx
                    .ask("SELECT \"" + field + "\" FROM \"share\" WHERE \"level\" =~ /teacher|student/")
                    .forEach(answer -> assertThat(answer.rows())
                            .as(field)
                            .noneMatch(row ->
                                    row.path(1).asLong() >= 1 && row.path(1).asLong() < 5));
        }
    }

    @Test
    void publishedAgainNothingIsMore() {
        long before = count();
        demo.publisher(Duration.ofDays(60)).runOnce();
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return demo.influx
                        .ask("SELECT count(\"band\") FROM \"standing\"")
                        .get(0)
                        .rows()
                        .get(0)
                        .path(1)
                        .asLong()
                + demo.influx
                        .ask("SELECT count(\"total\") FROM \"share\"")
                        .get(0)
                        .rows()
                        .get(0)
                        .path(1)
                        .asLong();
    }
}
