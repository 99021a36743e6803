package cn.zhengai.server.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was compared after a migration. */
public record Report(List<Line> lines) {
    private static final int NAME = 30;
    private static final int VALUE = 34;
    private static final int FIRST_WIDE = 0x2E80;

    public Report {
        lines = List.copyOf(lines);
    }

    /** Nothing differs. */
    public boolean equal() {
        return lines.stream().allMatch(Line::equal);
    }

    /** A table, Chinese, line by line. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        text.add(padded("核对项", NAME) + padded("迁移前", VALUE) + padded("迁移后", VALUE) + "结果");
        lines.forEach(line -> text.add(padded(line.what, NAME)
                + padded(line.before, VALUE)
                + padded(line.after, VALUE)
                + (line.equal() ? "一致" : "不一致！")));
        return text;
    }

    /** Chinese characters are two columns wide on a terminal. */
    private static String padded(String text, int width) {
        int taken = text.codePoints().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, width - taken));
    }

    /** One thing as it was and as it is. */
    public record Line(String what, String before, String after) {
        static Line of(String what, String before, String after) {
            return new Line(what, before, after);
        }

        static Line of(String what, long before, long after) {
            return new Line(what, String.format(Locale.ROOT, "%,d", before), String.format(Locale.ROOT, "%,d", after));
        }

        /** It did not change. */
        public boolean equal() {
            return before.equals(after);
        }
    }
}
