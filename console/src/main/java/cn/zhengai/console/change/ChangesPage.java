package cn.zhengai.console.change;

import cn.zhengai.console.page.Frame;
import cn.zhengai.console.page.Links;
import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Logged;
import java.time.Instant;

/**
 * The list of changes for people.
 *
 * @param since as asked for, as people write it
 */
public record ChangesPage(Frame frame, String since, ChangeList list, int offset, int limit) {

    /** What a value was or is, with its unit. */
    public String value(ChangeList.Item item, Logged logged) {
        return item.watched()
                .map(w -> Figures.of(w.point(), logged.reading()))
                .orElseGet(() -> Figures.plain(
                        Fraction.ofMicros(Math.floorDiv(logged.reading().position(), 2L))));
    }

    public Instant at(ChangeList.Item item) {
        return Instant.ofEpochMilli(item.change().after().reading().at());
    }

    public String name(ChangeList.Item item) {
        return item.watched()
                .map(w -> w.subject().name() + " · " + w.point().name())
                .orElse(item.change().after().reading().series().key());
    }

    public boolean more() {
        return offset + list.items().size() < list.total();
    }

    public String next() {
        return "/changes?since=" + Links.part(since) + "&offset=" + (offset + limit);
    }
}
