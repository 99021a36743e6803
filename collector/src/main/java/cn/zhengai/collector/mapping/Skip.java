package cn.zhengai.collector.mapping;

/**
 * What is passed over without being a reading or a rejection, because nothing was said or it was said before. Each is
 * counted; the constant labels the metric.
 */
public enum Skip {
    EMPTY_CELL("可选的列是空的"),
    BLANK_LINE("空行"),
    COMMENT("注释行"),
    TITLE_ROW("工作簿中表头以上的行"),
    NOTE_ROW("工作簿中的说明行：没有数值，也没有主体或时间"),
    DECLARED_ROW("映射中声明略过的行，例如合计"),
    UNCHANGED("与有效的采集值相同，不再报送"),
    REPEATED_BATCH("同一批次再次报送，已按第一次的结果答复"),
    REPEATED_FILE("同样内容的文件再次投放"),
    /** A record of a topic that says: what had its key is deleted. */
    TOMBSTONE("消息没有值：对方删除了这个键的数据，采集值不删"),
    UNMEANT_FILE("临时文件、隐藏文件或文件夹，不读取"),
    REASON_CUT("更正原因过长，只保留前面的部分"),
    NOT_KEPT("一批拒收过多，这一行只计数，不保存原文");

    private final String chinese;

    Skip(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
