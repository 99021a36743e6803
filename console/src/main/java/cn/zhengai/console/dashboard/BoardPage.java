package cn.zhengai.console.dashboard;

import cn.zhengai.console.page.Frame;
import cn.zhengai.console.page.Links;
import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.fill.Choice;
import cn.zhengai.dashboards.fill.Filling;
import cn.zhengai.dashboards.fill.Offer;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Panel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One board.
 *
 * @param offers what a reader may choose
 * @param missed sentences on what an address asked for and is not there
 * @param filled how much is published
 */
public record BoardPage(
        Frame frame,
        Dashboard board,
        List<Tab> tabs,
        List<Offer> offers,
        List<String> missed,
        Filled filled,
        Window window,
        List<BoardPanel> panels) {
    private static final int LONGEST_SHOWN = 40;

    /** How much is published. */
    public enum Filled {
        /** The first publication has not ended: panels may lack much. */
        BEGINNING,
        /** Nothing that could be chosen. */
        BARE,
        WHOLE
    }

    /** Of all boards one. */
    public record Tab(String title, String path, boolean chosen) {}

    /** @param published a publication has ended, of this process or of an earlier one */
    static BoardPage of(Frame frame, Dashboard board, Choice choice, Window window, boolean published) {
        List<Offer> shown =
                choice.offers().stream().filter(o -> !o.variable().hidden()).toList();
        return new BoardPage(
                frame,
                board,
                tabs(board, window),
                shown,
                shown.stream().flatMap(offer -> missed(offer).stream()).toList(),
                filled(choice, published),
                window,
                panels(board, choice, window));
    }

    private static Filled filled(Choice choice, boolean published) {
        boolean bare = !choice.offers().isEmpty()
                && choice.offers().stream().allMatch(o -> o.options().isEmpty());
        return published ? bare ? Filled.BARE : Filled.WHOLE : Filled.BEGINNING;
    }

    private static Optional<String> missed(Offer offer) {
        return offer.missed()
                .flatMap(value -> offer.chosen().stream()
                        .findFirst()
                        .map(shown -> "所选范围里没有" + offer.variable().label() + "“" + cut(value) + "”，现在显示的是“"
                                + shown.text() + "”。"));
    }

    /** Whoever made an address could write anything into it: as much as an id may need. */
    private static String cut(String value) {
        return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
    }

    /** A span that was chosen goes along. */
    private static List<Tab> tabs(Dashboard board, Window window) {
        String span = window.equals(Window.of(board, Optional.empty())) ? "" : "?span=" + window.code();
        return Boards.all().stream()
                .map(b ->
                        new Tab(b.title(), "/boards/" + b.uid() + span, b.uid().equals(board.uid())))
                .toList();
    }

    private static List<BoardPanel> panels(Dashboard board, Choice choice, Window window) {
        Filling filling = choice.filling(Duration.ofMinutes(1));
        StringBuilder chosen = new StringBuilder("?span=").append(window.code());
        choice.offers().stream()
                .filter(o -> !o.variable().all())
                .forEach(offer -> offer.chosen().stream()
                        .findFirst()
                        .ifPresent(option -> chosen.append("&var-")
                                .append(offer.variable().name())
                                .append('=')
                                .append(Links.part(option.value()))));
        List<BoardPanel> panels = new ArrayList<>();
        boolean found = false;
        for (Panel panel : board.panels()) {
            boolean first = !found && BoardPanel.ofSubject(panel);
            found |= first;
            String source = "/api/v1/boards/" + board.uid() + "/panels/" + panel.id() + chosen;
            panels.add(BoardPanel.of(panel, filling.words(panel.title()), source, first));
        }
        return panels;
    }

    /** All there are to choose from. */
    public List<Window> windows() {
        return List.of(Window.values());
    }
}
