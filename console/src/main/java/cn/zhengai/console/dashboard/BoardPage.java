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
 * @param bare nothing is published that could be chosen
 */
public record BoardPage(
        Frame frame,
        Dashboard board,
        List<Tab> tabs,
        List<Offer> offers,
        List<String> missed,
        boolean bare,
        Window window,
        List<BoardPanel> panels) {
    /** Of all boards one. */
    public record Tab(String title, String path, boolean chosen) {}

    static BoardPage of(Frame frame, Dashboard board, Choice choice, Window window) {
        List<Offer> shown =
                choice.offers().stream().filter(o -> !o.variable().hidden()).toList();
        return new BoardPage(
                frame,
                board,
                tabs(board, window),
                shown,
                shown.stream().flatMap(offer -> missed(offer).stream()).toList(),
                !choice.offers().isEmpty()
                        && choice.offers().stream().allMatch(o -> o.options().isEmpty()),
                window,
                panels(board, choice, window));
    }

    private static Optional<String> missed(Offer offer) {
        return offer.missed().flatMap(value -> offer.chosen().stream()
                .findFirst()
                .map(shown -> "没有找到" + offer.variable().label() + "“" + value + "”，可能已经结束或改了编号；现在显示的是“"
                        + shown.text() + "”。"));
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
        choice.offers().stream().filter(o -> !o.variable().all()).forEach(offer -> offer.chosen().stream()
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
