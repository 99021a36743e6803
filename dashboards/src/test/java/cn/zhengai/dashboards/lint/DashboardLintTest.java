package cn.zhengai.dashboards.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Field;
import cn.zhengai.dashboards.grafana.Grid;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardLintTest {
    private static final String GOOD =
            "SELECT last(\"share_met\") AS \"率\" FROM \"share\" WHERE \"level\" = 'course' AND $timeFilter GROUP BY \"unit\"";

    private static Panel asking(String query) {
        return Panel.of("达标率", "达标率是多少。", new Look.Table(), Field.of("percent", "#0b6e8f"))
                .asking(Target.table("A", query))
                .at(1, new Grid(0, 0, 12, 8));
    }

    private static List<String> of(Panel... panels) {
        Dashboard dashboard =
                new Dashboard("u", "看板", "说明", "now-1y", List.of(), List.of(), List.of(), List.of(panels));
        return DashboardLint.of(List.of(dashboard), Set.of("#0b6e8f")).stream()
                .map(Finding::says)
                .toList();
    }

    @Test
    void nothingIsSaidOfWhatIsRight() {
        assertThat(of(asking(GOOD))).isEmpty();
    }

    @Test
    void namesNobodyKnowsAreFound() {
        assertThat(of(asking(GOOD.replace("\"share\"", "\"shares\"")))).anyMatch(f -> f.startsWith("没有这个量测"));
        assertThat(of(asking(GOOD.replace("share_met", "share_meet")))).containsExactly("share 没有标签或字段 share_meet");
        assertThat(of(asking(GOOD.replace("\"unit\"", "\"unti\"")))).containsExactly("share 没有标签或字段 unti");
        assertThat(of(asking(GOOD.replace("'course'", "'${level:raw}'")))).containsExactly("没有变量 level");
        assertThat(
                        of(
                                asking(
                                        "SELECT sum(\"m\") FROM (SELECT last(\"open\") AS \"n\" FROM \"open_warnings\" WHERE $timeFilter GROUP BY \"level\")")))
                .containsExactly("内层查询 没有标签或字段 m");
    }

    @Test
    void whatGrafanaMightEscapeInAStringIsFound() {
        for (String variable : List.of("$level", "${level}", "${level:regex}", ":$level:")) {
            assertThat(of(asking(GOOD.replace("'course'", "'" + variable + "'"))))
                    .containsExactly("没有变量 level", "引号里的变量没有写 :raw：'" + variable + "'");
        }
    }

    @Test
    void whatIsNoSingleQuestionIsFound() {
        assertThat(of(asking(GOOD + "; DROP MEASUREMENT x"))).hasSize(1);
        assertThat(of(asking(GOOD.replace(" AND $timeFilter", "")))).anyMatch(f -> f.startsWith("没有时间范围"));
    }

    @Test
    void readingsOfPersonsAreNotAskedFor() {
        assertThat(of(asking("SELECT \"logged\" FROM \"reading\" WHERE $timeFilter")))
                .containsExactly("直接读采集值，里面有个人：reading");
    }

    @Test
    void whatLiesOnAnotherOrIsNumberedTwiceIsFound() {
        assertThat(of(asking(GOOD), asking(GOOD).at(2, new Grid(11, 7, 4, 4)))).contains("标题重复", "与“达标率”重叠");
        assertThat(of(asking(GOOD), asking(GOOD).at(1, new Grid(12, 0, 4, 4)))).contains("编号重复：1");
    }

    @Test
    void missingWordsAndUnitsAreFound() {
        Panel bare = Panel.of("", "", new Look.Table(), Field.of("", "#0b6e8f")).at(1, new Grid(0, 0, 4, 4));
        assertThat(of(bare)).containsExactlyInAnyOrder("没有标题", "没有说明", "没有计量单位", "没有查询");
    }

    @Test
    void textThatOverflowsIsFound() {
        assertThat(of(asking(GOOD).at(1, new Grid(0, 0, 1, 8)))).containsExactly("标题放不下：1 列");
        Panel text = Panel.of("说明", "长长的说明。", new Look.Text("字".repeat(900)), Field.of("none", "#0b6e8f"))
                .at(1, new Grid(0, 0, 6, 3));
        assertThat(of(text)).anyMatch(f -> f.startsWith("文字放不下"));
    }

    @Test
    void otherColoursAreFound() {
        Panel green = Panel.of("达标率", "达标率是多少。", new Look.Table(), Field.of("percent", "green"))
                .asking(Target.table("A", GOOD))
                .at(1, new Grid(0, 0, 12, 8));
        assertThat(of(green)).contains("不在色板里的颜色 green");
    }
}
