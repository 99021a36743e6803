package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.calendar.Hours;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.Micros;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is meant. */
class ContentsTest {
    @TempDir
    Path folder;

    private Catalogue with(String file, String text) {
        Fault.write(folder, Fault.SOUND);
        Fault.write(folder, Map.of(file, text));
        CatalogueReading reading = CatalogueFolder.read(folder);
        assertThat(reading.findings()).noneMatch(finding -> finding.isError());
        return reading.catalogue().orElseThrow();
    }

    private ControlPoint point(String fields) {
        String text =
                "level: course\npoints:\n  - {id: course.x, name: 试验, cadence: daily, weight: 1, " + fields + "}\n";
        return with("points/x.yaml", text).points().get("course.x");
    }

    @Test
    void unitsAndSubjectsBeginEndAndTakeOver() {
        Catalogue catalogue = with("subjects/x.yaml", """
                level: course
                unit: jwc
                subjects:
                  - {id: X0, name: 旧课, to: 2025-12-31}
                  - {id: X1, name: 新课, from: 2026-01-01, succeeds: [X0]}
                """);
        assertThat(catalogue.tree().unit("lsx").orElseThrow().life().until()).contains(LocalDate.parse("2025-01-01"));
        assertThat(catalogue.subjects().get("X1").life())
                .isEqualTo(new Life(Optional.of(LocalDate.parse("2026-01-01")), Optional.empty(), List.of("X0")));
        Life old = catalogue.subjects().get("X0").life();
        assertThat(old.on(LocalDate.parse("2025-12-31"))).isTrue();
        assertThat(old.on(LocalDate.parse("2026-01-01"))).isFalse();
        assertThat(old.during(catalogue.cycle("2026").orElseThrow())).isFalse();
        assertThat(catalogue.subjects().get("C1").life()).isSameAs(Life.ALWAYS);
    }

    private static Band band(LinesVersion version, String value) {
        return version.lines().band(Micros.position(Micros.parse(value), false));
    }

    @Test
    void aVersionLeavesOutWhatStaysAndAnOverrideTakesWhatHoldsOnItsFirstDay() {
        Catalogue catalogue = with("points/x.yaml", """
                level: course
                points:
                  - id: course.x
                    name: 试验
                    unit: 分
                    direction: higher
                    roll-up: mean
                    cadence: daily
                    weight: 2.5
                    target: 90
                    standard: 80
                    warning: 70
                    from: 2024-01-01
                    versions:
                      - {from: 2026-01-01, target: 95, standard: 85}
                      - {from: 2025-01-01, standard: 82}
                    overrides:
                      - {subject: C1, from: 2025-06-01, warning: 60}
                      - {group: 理论课, warning: 65}
                      - {unit: 教务处, target: 99}
                """);
        ControlPoint point = catalogue.points().get("course.x");
        assertThat(point.weight()).isEqualTo(Fraction.of(5, 2));
        List<LinesVersion> ofC1 = point.linesFor(catalogue.subjects().get("C1"), catalogue.tree());
        assertThat(ofC1)
                .extracting(v ->
                        v.from() + " " + v.lines().standard() + " " + v.lines().warning())
                .containsExactly("2024-01-01 >= 80 < 65", "2025-06-01 >= 82 < 60");
        List<LinesVersion> ofC2 = point.linesFor(catalogue.subjects().get("C2"), catalogue.tree());
        assertThat(ofC2.get(0).lines().target().text()).isEqualTo(">= 99");
        assertThat(point.versions())
                .filteredOn(v -> v.scope().equals(LinesVersion.Scope.ALL))
                .extracting(v ->
                        v.from() + " " + v.lines().target() + " " + v.lines().standard())
                .containsExactly("2024-01-01 >= 90 >= 80", "2025-01-01 >= 90 >= 82", "2026-01-01 >= 95 >= 85");
    }

    @Test
    void bareNumbersTakeTheComparatorOfTheDirection() {
        LinesVersion lower = point("unit: 次, direction: lower, roll-up: sum, target: 0, standard: 2, warning: 5")
                .versions()
                .get(0);
        assertThat(lower.lines()).hasToString("ThreeLines[target=<= 0, standard=<= 2, warning=> 5]");
        assertThat(lower.from()).isEqualTo(LocalDate.EPOCH);
        assertThat(band(lower, "5")).isEqualTo(Band.BELOW_STANDARD);
    }

    @Test
    void codesAreComparedByTheirPlace() {
        ControlPoint point = point("codes: [差, 中, 良, 优], direction: higher, roll-up: last,"
                + " target: \"> 良\", standard: 良, warning: \"< 中\"");
        LinesVersion lines = point.versions().get(0);
        assertThat(List.of(band(lines, "0"), band(lines, "1"), band(lines, "2"), band(lines, "3")))
                .containsExactly(Band.IN_WARNING, Band.BELOW_STANDARD, Band.ON_STANDARD, Band.ON_TARGET);
        assertThat(lines.lines().target().text()).isEqualTo("> 良");
        assertThat(point.plausible().orElseThrow().text()).isEqualTo("差..优");
        assertThat(point.plausible().orElseThrow().holds(Micros.position(4 * Micros.ONE, false)))
                .isFalse();
    }

    @Test
    void patienceInAllItsForms() {
        String fields = "unit: \"%\", direction: higher, roll-up: last, target: 98, standard: 95, warning: 90, ";
        ControlPoint point = point(fields + "hold: {readings: 2, time: P3D}, calm: PT12H, raise-at: standard");
        assertThat(point.watch().hold()).isEqualTo(new Patience(2, Duration.ofDays(3)));
        assertThat(point.watch().calm()).isEqualTo(new Patience(1, Duration.ofHours(12)));
        assertThat(point.watch().raiseAtStandard()).isTrue();
        assertThat(point(fields + "calm: 3, veto: true, enabled: false").watch())
                .isEqualTo(new Watch(Patience.NONE, new Patience(3, Duration.ZERO), false, true));
        assertThat(point(fields + "enabled: false").enabled()).isFalse();
    }

    @Test
    void aCycleTakesInItsLastDay() {
        Cycle cycle = with("subjects/x.yaml", "level: student\nsubjects: []\n")
                .cycles()
                .get("2026");
        assertThat(cycle.until()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(cycle.name()).isEqualTo("2026年度");
    }

    @Test
    void subjectsTakeOverWhatTheirFileSays() {
        Catalogue catalogue = with("subjects/x.yaml", """
                level: student
                unit: 教务处
                groups: [新生]
                subjects:
                  - {id: 20260001, name: 张三}
                  - {id: 0042E7, name: 李四, unit: rsc, groups: [贫困生], aliases: [L4]}
                """);
        assertThat(catalogue.subjects().get("20260001").unit()).isEqualTo("jwc");
        assertThat(catalogue.subjects().get("0042E7").unit()).isEqualTo("rsc");
        assertThat(catalogue.subjects().get("0042E7").groups()).containsExactlyInAnyOrder("新生", "贫困生");
        assertThat(catalogue.subjectsByAnyName()).containsKey("L4");
    }

    @Test
    void unitsHaveHeadsAndAddresses() {
        OrgUnit unit = with("organisation.yaml", """
                units:
                  - {id: zlw, name: 质量管理委员会, kind: committee}
                  - {id: rsc, name: 人事处, kind: department, parent: 质量管理委员会, contacts: [{mail: r@a.example}]}
                  - id: jwc
                    name: 教务处
                    kind: department
                    parent: zlw
                    head: 周明远
                    aliases: [教务科]
                    contacts: [{mail: jwc@a.example}, {webhook: 教务群}]
                """).tree().named("教务科").orElseThrow();
        assertThat(unit.head()).contains("周明远");
        assertThat(unit.parent()).contains("zlw");
        assertThat(unit.contacts())
                .containsExactly(new OrgUnit.Contact("mail", "jwc@a.example"), new OrgUnit.Contact("webhook", "教务群"));
    }

    @Test
    void goalsOfEveryKind() {
        List<Goal> goals = with("goals/x.yaml", """
                cycle: 2026
                unit: jwc
                goals:
                  - {id: a, name: 甲, kind: key, weight: 50, ratio: {point: course.score, target: 92.5}}
                  - {id: b, name: 乙, kind: routine, weight: 30, met: {point: course.attendance, value: 96}}
                  - {id: c, name: 丙, kind: additional, weight: 10, met: {point: course.score}}
                  - id: d
                    name: 丁
                    kind: routine
                    weight: 10
                    tasks:
                      - {name: 修订, due: 2026-06-30, done: 2026-06-01, evidence: 教务〔2026〕12号}
                      - {name: 发布, due: 2026-12-31}
                """).goals();
        assertThat(goals.get(0).scoring())
                .isEqualTo(new Goal.Ratio("course.score", Fraction.of(185, 2), Fraction.of(100)));
        assertThat(((Goal.Met) goals.get(1).scoring()).value().orElseThrow().text())
                .isEqualTo(">= 96");
        assertThat(((Goal.Met) goals.get(2).scoring()).value()).isEmpty();
        assertThat(((Goal.Tasks) goals.get(3).scoring()).tasks())
                .extracting(Goal.Task::doneOn)
                .containsExactly(Optional.of(LocalDate.of(2026, 6, 1)), Optional.empty());
        assertThat(goals).extracting(Goal::taskKind).startsWith(Goal.TaskKind.KEY, Goal.TaskKind.ROUTINE);
    }

    @Test
    void whatADatabaseIsAsked() {
        Pull pull = with("sources/x.yaml", """
                sources:
                  - id: s
                    name: 教务系统
                    subject: "{课程}"
                    time: {column: 日期}
                    measures: [{point: course.score, value: 成绩}]
                    jdbc:
                      url: jdbc:postgresql://db/jw
                      user: reader
                      password: ${JW_PASSWORD}
                      query: |
                        select id, t from a -- 'x'
                        where (t, id) > (:since_instant, :since_id) and t <= :until order by t, id
                      watermark: {instant: t, id: id, format: epoch-s, id-type: text, from: 2026-02-01, zone: UTC}
                      every: PT30S
                      safety-lag: PT10S
                      overlap: PT2H
                      reconcile: {at: "03:15", days: 7}
                      fetch-size: 100
                      timeout: PT20S
                """).sources().get("s").pull().orElseThrow();
        assertThat(pull.access())
                .isEqualTo(new Pull.Access(
                        "jdbc:postgresql://db/jw",
                        Optional.of("reader"),
                        Optional.of("${JW_PASSWORD}"),
                        100,
                        Duration.ofSeconds(20)));
        assertThat(pull.query()).contains("-- 'x'\n");
        assertThat(pull.watermark())
                .isEqualTo(new Pull.Watermark(
                        "t",
                        Pull.Format.EPOCH_S,
                        "id",
                        false,
                        Optional.of(LocalDate.of(2026, 2, 1)),
                        Optional.of(ZoneId.of("UTC"))));
        assertThat(pull.pace())
                .isEqualTo(new Pull.Pace(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofHours(2)));
        assertThat(pull.nightly()).contains(new Pull.Nightly(LocalTime.of(3, 15), 7));
    }

    @Test
    void whatADatabaseIsAskedWhenLittleIsWritten() {
        Pull pull = with("sources/x.yaml", """
                sources:
                  - id: s
                    name: 教务系统
                    subject: "{课程}"
                    time: {column: 日期}
                    measures: [{point: course.score, value: 成绩}]
                    jdbc:
                      url: jdbc:mariadb://db/jw
                      query: select 1 where 1 > :since_instant or 1 > :since_id order by 1
                      watermark: {instant: t, id: id}
                      reconcile: false
                """).sources().get("s").pull().orElseThrow();
        assertThat(pull.watermark())
                .isEqualTo(
                        new Pull.Watermark("t", Pull.Format.TIMESTAMP, "id", true, Optional.empty(), Optional.empty()));
        assertThat(pull.pace())
                .isEqualTo(new Pull.Pace(Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofHours(1)));
        assertThat(pull.nightly()).isEmpty();
    }

    @Test
    void aSourceWithEverything() {
        SourceMapping source = with("sources/x.yaml", """
                sources:
                  - id: s
                    name: 考勤
                    owner: 教务处
                    points: [course.attendance]
                    history: true
                    decimals: 2
                    subject: "{module}-{term}"
                    time: {column: 日期, format: yyyy/M/d}
                    measures:
                      - {point: course.attendance, numerator: 实到, denominator: 应到, unit: 单位, optional: true,
                         absent: [9999, 缓考]}
                    revision: 版本
                    reason: "{说明}"
                    drop: {files: "a-*.csv", charset: GB18030, delimiter: "\\t"}
                """).sources().get("s");
        assertThat(source)
                .isEqualTo(new SourceMapping(
                        "s",
                        "考勤",
                        Optional.of("jwc"),
                        Set.of("course.attendance"),
                        true,
                        Optional.of(2),
                        "{module}-{term}",
                        new SourceMapping.Time("日期", "yyyy/M/d"),
                        List.of(new SourceMapping.Measure(
                                "course.attendance",
                                Optional.empty(),
                                Optional.of("实到"),
                                Optional.of("应到"),
                                Optional.of("单位"),
                                true,
                                Set.of("9999", "缓考"))),
                        Optional.of("版本"),
                        Optional.of("{说明}"),
                        Optional.of(new SourceMapping.Drop("a-*.csv", "GB18030", '\t')),
                        Optional.empty()));
    }

    @Test
    void schoolHoursMayLastUntilMidnight() {
        assertThat(with("calendar.yaml", "hours: {from: \"00:00\", to: \"24:00\"}\nholidays: []\n")
                        .calendar()
                        .days()
                        .hours())
                .isEqualTo(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    }

    @Test
    void theShippedSourcesAreTheStandardOnes() {
        StarterCatalogue.unpackTo(folder);
        SourceMapping push =
                CatalogueFolder.read(folder).catalogue().orElseThrow().sources().get("push");
        SourceMapping standard = SourceMapping.standard("push", "标准接口推送");
        assertThat(push.measures()).isEqualTo(standard.measures());
        assertThat(push.time()).isEqualTo(standard.time());
        assertThat(push.subject()).isEqualTo(standard.subject());
        assertThat(push.revision()).isEqualTo(standard.revision());
        assertThat(push.reason()).isEqualTo(standard.reason());
    }

    @Test
    void aTopicIsFollowedAsWritten() {
        Follow follow = with("sources/x.yaml", """
                sources:
                  - id: s
                    name: 实训平台
                    owner: jwc
                    subject: "{lab}"
                    time: {column: _time, format: epoch-ms}
                    measures: [{point: "{p}", value: v}]
                    kafka:
                      bootstrap: "k1:9092,k2:9092"
                      topic: labs
                      format: csv
                      columns: [lab, p, v]
                      delimiter: "\t"
                      from: 2026-09-01
                      every: PT30S
                      tls: true
                      user: reader
                      password: ${LAB_PASSWORD}
                      mechanism: plain
                      settings: ["ssl.truststore.location = /etc/k.p12", "ssl.truststore.password=${T}=x"]
                """).sources().get("s").follow().orElseThrow();
        assertThat(follow)
                .isEqualTo(new Follow(
                        new Follow.Access(
                                "k1:9092,k2:9092",
                                Optional.of(new Follow.Login("reader", "${LAB_PASSWORD}", "PLAIN")),
                                true,
                                Map.of("ssl.truststore.location", "/etc/k.p12", "ssl.truststore.password", "${T}=x")),
                        "labs",
                        new Follow.Format.Csv(List.of("lab", "p", "v"), '\t'),
                        Optional.of(LocalDate.of(2026, 9, 1)),
                        Duration.ofSeconds(30)));
    }

    @Test
    void whatIsNotWrittenOfATopicSuitsMost() {
        Follow follow = with("sources/x.yaml", """
                sources:
                  - id: s
                    name: 实训平台
                    owner: jwc
                    subject: "{payload.after.lab}"
                    time: {column: payload.after.at, format: epoch-ms}
                    measures: [{point: "{p}", value: v}]
                    kafka: {bootstrap: "k1:9092", topic: labs}
                """).sources().get("s").follow().orElseThrow();
        assertThat(follow)
                .isEqualTo(new Follow(
                        new Follow.Access("k1:9092", Optional.empty(), false, Map.of()),
                        "labs",
                        new Follow.Format.Json(),
                        Optional.empty(),
                        Duration.ofSeconds(10)));
    }
}
