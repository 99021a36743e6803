package cn.zhengai.console.page;

import cn.zhengai.alerting.scorecard.Lag;
import cn.zhengai.alerting.scorecard.Scorecard;
import cn.zhengai.alerting.scorecard.Scorecards.Sheet;
import cn.zhengai.alerting.scorecard.Share;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import java.time.Duration;
import java.util.List;

/** Scorecards as rows of a table. */
public final class ScoreRows {
    private ScoreRows() {}

    /** How a source stands, in a word; nothing is told by colour alone. */
    public enum State {
        /** Nothing is overdue. */
        IN_TIME("按时", "on-standard", "bi-check-circle-fill"),
        PARTLY_SILENT("部分无数据", "below-standard", "bi-dash-circle-fill"),
        /** Half of it or more is overdue. */
        SILENT("中断", "in-warning", "bi-exclamation-triangle-fill"),
        /** It has sent something, and no next reading is expected of it: history, or what is no longer in the catalogue. */
        NOT_AWAITED("不等待", "unknown", "bi-dash-circle"),
        NEVER_CONNECTED("从未接通", "unknown", "bi-question-circle");

        private final String chinese;
        private final String style;
        private final String icon;

        State(String chinese, String style, String icon) {
            this.chinese = chinese;
            this.style = style;
            this.icon = icon;
        }

        public String chinese() {
            return chinese;
        }

        public String style() {
            return style;
        }

        public String icon() {
            return icon;
        }
    }

    /**
     * One source.
     *
     * @param silent {@code 3 / 120}; empty when nothing is expected
     * @param lag {@code 2 小时 / 1 天}: median and 95 of 100
     * @param missing names of points it is to bring and never has
     */
    public record Row(
            Scorecard card,
            String name,
            State state,
            String silent,
            String inTime,
            String complete,
            String lag,
            String valid,
            List<String> missing) {}

    static List<Row> of(Sheet sheet, Records records) {
        Catalogue catalogue = records.catalogue().get();
        return sheet.cards().stream().map(card -> row(card, catalogue)).toList();
    }

    private static Row row(Scorecard card, Catalogue catalogue) {
        Share late = card.late();
        return new Row(
                card,
                catalogue.sourceName(card.source()),
                state(card),
                card.expected() == 0 ? "—" : Figures.count(card.silent()) + " / " + Figures.count(card.expected()),
                percent(new Share(late.whole() - late.part(), late.whole())),
                percent(card.complete()),
                card.lag().map(ScoreRows::lag).orElse("—"),
                percent(card.valid()),
                card.neverConnected().stream()
                        .map(id -> catalogue.point(id).map(ControlPoint::name).orElse(id))
                        .toList());
    }

    private static State state(Scorecard card) {
        if (card.lastBatchAt().isEmpty()) {
            return State.NEVER_CONNECTED;
        }
        if (card.expected() == 0) {
            return State.NOT_AWAITED;
        }
        if (card.silent() == 0) {
            return State.IN_TIME;
        }
        return 2 * card.silent() >= card.expected() ? State.SILENT : State.PARTLY_SILENT;
    }

    private static String percent(Share share) {
        return share.percent().map(p -> p.toPlainString() + "%").orElse("—");
    }

    private static String lag(Lag lag) {
        return words(lag.median()) + " / " + words(lag.slow());
    }

    private static String words(Duration time) {
        if (time.toMinutes() < 1) {
            return "1 分钟内";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " 分钟";
        }
        return time.toDays() < 2 ? time.toHours() + " 小时" : time.toDays() + " 天";
    }
}
