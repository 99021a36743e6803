package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.core.reading.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * Where data come from.
 *
 * @param rejections the newest, of one source when {@code chosen}
 * @param detailed whether detail and raw row may be shown: they can name persons
 */
public record SourcesPage(
        Frame frame,
        List<SourceRows.Row> sources,
        Optional<String> chosen,
        List<Rejection> rejections,
        boolean detailed) {
    private static final int LISTED = 50;

    static SourcesPage of(Frame frame, Asked asked, Records records) {
        Optional<String> chosen = asked.text("source");
        return new SourcesPage(
                frame,
                new SourceRows(records).all(),
                chosen,
                records.ledger().intake().rejections(chosen, 0, LISTED),
                records.discretion().personalOpen());
    }
}
