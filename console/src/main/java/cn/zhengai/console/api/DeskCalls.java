package cn.zhengai.console.api;

import cn.zhengai.collector.rejection.DeskRefused;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.collector.rejection.Resent;
import cn.zhengai.collector.rejection.Words;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.RowDiscretion;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.KeptRow;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import java.util.List;
import java.util.Map;

/** Dealing with rejected rows, from a page or from a program; what the desk does not do becomes a {@link Refusal}. */
public final class DeskCalls {
    private final Records records;
    private final RejectionDesk desk;

    public DeskCalls(Records records, RejectionDesk desk) {
        this.records = records;
        this.desk = desk;
    }

    /** @throws Refusal when there is none of this id */
    public Kept one(String id) {
        return RejectionId.parse(id)
                .flatMap(desk::find)
                .orElseThrow(() -> Refusal.notFound("没有拒收记录 " + id + "，编号写作 R-12-1"));
    }

    /**
     * Row and detail may be shown as they came and as they were sent last; found out for each of them, for one look at one
     * catalogue.
     */
    public Sight sight() {
        RowDiscretion discretion = new RowDiscretion(records.catalogue().get(), records.discretion());
        return one -> {
            Rejection came = one.rejection();
            String words = came.raw() + "\n"
                    + String.join("\n", one.standing().columns().values());
            return discretion.shows(came)
                    && discretion.shows(new Rejection(
                            came.head(),
                            came.row(),
                            came.reason(),
                            one.standing().detail(),
                            KeptRow.of(words)));
        };
    }

    /**
     * Sends an edited row. Making up values is pushing, so it takes the source's key.
     *
     * @param source that the key belongs to
     */
    public Resent repair(Kept one, Map<String, String> columns, String by, String why, String source) {
        String own = one.rejection().head().source();
        if (!own.equals(source)) {
            throw new Refusal(Fault.KEY_FOREIGN, "这一行属于数据来源 " + own);
        }
        try {
            return desk.repair(one.id(), columns, Words.of(by, why));
        } catch (DeskRefused refused) {
            throw refusal(refused);
        }
    }

    public Resent retry(List<RejectionId> ids, String by, String why) {
        try {
            return desk.retry(ids, Words.of(by, why));
        } catch (DeskRefused refused) {
            throw refusal(refused);
        }
    }

    public Resent retry(Query query, String by, String why) {
        try {
            return desk.retry(query, Words.of(by, why));
        } catch (DeskRefused refused) {
            throw refusal(refused);
        }
    }

    public Kept dismiss(Kept one, String by, String why) {
        try {
            return desk.dismiss(one.id(), Words.of(by, why));
        } catch (DeskRefused refused) {
            throw refusal(refused);
        }
    }

    private static Refusal refusal(DeskRefused refused) {
        Fault fault = switch (refused.why()) {
            case UNKNOWN -> Fault.NOT_FOUND;
            case SETTLED -> Fault.CONFLICT;
            case NO_COLUMNS -> Fault.NOT_READABLE;
            case WORDS -> Fault.BAD_PARAMETER;
        };
        return new Refusal(fault, refused.sentence());
    }

    /** Which rows may be shown. */
    public interface Sight {
        boolean shows(Kept one);
    }
}
