package cn.zhengai.workbook;

import java.io.IOException;

/** A file that is no workbook we can read. The message is for people: what it is and what to do. */
public final class UnreadableWorkbook extends IOException {
    private final Why why;

    UnreadableWorkbook(Why why, Throwable cause) {
        super(why.chinese, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** Why it cannot be read. */
    public enum Why {
        MISSING("文件不存在；请检查路径。"),
        EMPTY("文件是空的；请重新导出或重新上传。"),
        OLD_XLS("这是旧的 .xls 文件，或者设了打开密码；请在表格软件里去掉密码，另存为 .xlsx（Excel 工作簿）。"),
        NOT_XLSX("这不是 xlsx 工作簿；请用表格软件打开后另存为 .xlsx（Excel 工作簿）。"),
        BROKEN("工作簿已损坏，读不完整；请用表格软件打开后另存一份再交。");

        private final String chinese;

        Why(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
