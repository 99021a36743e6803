package cn.zhengai.workbook;

/**
 * Something to be said about a cell.
 *
 * @param sheet name of the sheet; when the workbook has no such sheet it is only listed
 * @param row from 1; 0 speaks about the sheet as a whole
 * @param column from 1; 0 speaks about the row as a whole
 * @param sentence for people: what is wrong and what to do
 */
public record Annotation(String sheet, int row, int column, Mark mark, String sentence) {
    public Annotation {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("rows and columns count from 1");
        }
    }

    /** How grave it is; the cell is coloured by it. */
    public enum Mark {
        ERROR("错误"),
        WARNING("警告");

        private final String chinese;

        Mark(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
