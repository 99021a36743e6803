package cn.zhengai.console.api;

import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.Warning.Acknowledgement;

/** Answers a warning; from a page or from a program. Answering never hides it. */
public final class Acknowledging {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_NOTE = 500;

    private final Records records;

    public Acknowledging(Records records) {
        this.records = records;
    }

    /** @throws Refusal when there is no such warning, or name or note are missing or too long */
    public Warning acknowledge(String id, String by, String note) {
        String name = checked("by", "姓名", by, LONGEST_NAME);
        String words = checked("note", "处理说明", note, LONGEST_NOTE);
        return records.ledger()
                .warnings()
                .acknowledge(id, new Acknowledgement(name, records.time().instant(), words))
                .orElseThrow(() -> Refusal.notFound("没有预警 " + id));
    }

    private static String checked(String parameter, String what, String text, int longest) {
        String plain = text.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (plain.isEmpty()) {
            throw Refusal.badParameter(parameter, "请填写" + what);
        }
        if (plain.length() > longest) {
            throw Refusal.badParameter(parameter, what + "最多 " + longest + " 字");
        }
        return plain;
    }
}
