package cn.zhengai.collector.pull;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.intake.Outcomes;
import cn.zhengai.collector.intake.Submission;
import cn.zhengai.collector.intake.Tally;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hands pages in. A page of the same rows, from the same cursor, is the same batch. */
final class HandIn {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final IntakeDesk desk;
    private final SourceMapping mapping;
    private final boolean history;
    private long accepted;
    private long rejected;

    HandIn(IntakeDesk desk, SourceMapping mapping, boolean history) {
        this.desk = desk;
        this.mapping = mapping;
        this.history = history || mapping.history();
    }

    /** @throws PortException when the query does not give the columns that the mapping reads */
    void demandColumns(List<String> columns) {
        Set<String> header = new HashSet<>(columns);
        desk.plan(mapping).columns().stream()
                .filter(name -> Page.place(columns, name) >= 0)
                .forEach(header::add);
        List<String> missing = desk.plan(mapping).missingIn(header);
        if (!missing.isEmpty()) {
            throw new PortException(
                    Trouble.REFUSED,
                    "来源“" + mapping.id() + "”的查询结果缺少列：" + String.join("、", missing) + "。结果里的列是："
                            + String.join("、", columns) + "。请改查询（SELECT ... AS 列名）或映射。");
        }
    }

    /**
     * Makes the page durable; when this returns it is.
     *
     * @param round tells pages of the same content apart: where the cursor stood
     */
    void take(Page page, String round) {
        String id = String.format(Locale.ROOT, "%s-%s-%016x", mapping.id(), round, page.digest());
        Submission submission = new Submission(
                id, "jdbc", mapping, history, page.size(), page, Outcomes.UNHEARD, tally -> answer(page, tally));
        try {
            Receipt receipt = desk.take(submission).receipt();
            accepted += receipt.accepted();
            rejected += receipt.rejected();
        } catch (IOException impossible) {
            throw new IllegalStateException("a page lies in memory", impossible);
        }
    }

    private static String answer(Page page, Tally tally) {
        List<PulledRow> rows = page.rows();
        return MAPPER.createObjectNode()
                .put("batch", tally.head().id())
                .put("rows", rows.size())
                .put("first", rows.get(0).id())
                .put("last", rows.get(rows.size() - 1).id())
                .put("accepted", tally.accepted())
                .put("rejected", tally.rejections())
                .toString();
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }
}
