package cn.zhengai.collector.follow;

import cn.zhengai.collector.follow.RecordCells.Cells;
import cn.zhengai.collector.follow.RecordCells.NoRow;
import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.reading.Reason;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a page as rows. The number of a row is how far its record lies behind the page's first offset, plus one. */
final class RecordRows implements RowSource {
    private final Follow follow;
    private final Page page;
    private final RecordCells cells;

    RecordRows(Follow follow, Page page) {
        this.follow = follow;
        this.page = page;
        this.cells = new RecordCells(follow.format());
    }

    @Override
    public void read(List<String> columns, Rows rows) {
        if (page.missed() > 0) {
            rows.unreadable(
                    1,
                    Reason.UNREADABLE_ROW,
                    "位置 " + page.from() + " 起的 " + page.missed()
                            + " 条消息还没有读到，就被对方按保存期限删除了。请从业务系统补报这段时间的数据，并请对方延长主题的 retention.ms。" + origin(page.from()),
                    "");
        }
        for (TopicRecord record : page.records()) {
            byte[] value = record.value();
            if (value == null) {
                rows.skipped(Skip.TOMBSTONE, 1);
            } else {
                row(record, value, columns, rows);
            }
        }
    }

    private void row(TopicRecord record, byte[] value, List<String> columns, Rows rows) {
        int number = page.number(record);
        String raw = new String(value, StandardCharsets.UTF_8);
        try {
            Cells found = cells.of(value);
            for (String column : columns) {
                if (found.structures().contains(column)) {
                    throw new NoRow(
                            Reason.UNREADABLE_ROW, "列“" + column + "”应为单个值，不能是数组或对象；要取里面的值，请写到底，如 " + column + ".名称");
                }
            }
            rows.row(new Seen(record, number, found.values(), columns, raw));
        } catch (NoRow none) {
            rows.unreadable(number, none.reason(), none.sentence() + "。" + origin(record.offset()), raw);
        }
    }

    private String origin(long offset) {
        return "（消息 " + follow.topic() + "-" + page.partition() + "@" + offset + "）";
    }

    /** One record seen through the wanted columns. */
    private final class Seen implements Row {
        private final TopicRecord record;
        private final int number;
        private final Map<String, String> values;
        private final List<String> wanted;
        private final String raw;

        Seen(TopicRecord record, int number, Map<String, String> values, List<String> wanted, String raw) {
            this.record = record;
            this.number = number;
            this.values = values;
            this.wanted = wanted;
            this.raw = raw;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public @Nullable String cell(int slot) {
            String name = wanted.get(slot);
            String own = values.get(name);
            return own != null || !Follow.OF_EVERY_RECORD.contains(name) ? own : ofRecord(name);
        }

        private @Nullable String ofRecord(String name) {
            return switch (name) {
                case Follow.KEY -> record.key();
                case Follow.TIME -> record.timestamp() < 0 ? null : Long.toString(record.timestamp());
                case Follow.TOPIC -> follow.topic();
                case Follow.PARTITION -> Integer.toString(page.partition());
                default -> Long.toString(record.offset());
            };
        }

        @Override
        public long instant() {
            return NO_INSTANT;
        }

        @Override
        public String raw() {
            return raw;
        }

        @Override
        public Map<String, String> columns() {
            Map<String, String> all = new LinkedHashMap<>(values);
            for (String name : Follow.OF_EVERY_RECORD) {
                String text = ofRecord(name);
                if (text != null) {
                    all.putIfAbsent(name, text);
                }
            }
            return all;
        }
    }
}
