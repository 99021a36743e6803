package cn.zhengai.catalogue.finding;

/**
 * One fault of a catalogue.
 *
 * @param sentence what is wrong and what to do, in Chinese
 */
public record Finding(Place place, Severity severity, Code code, String sentence) {

    static Finding at(Place place, Code code, String sentence) {
        return new Finding(place, code.severity(), code, sentence);
    }

    /** As {@link Place#file}. */
    public String file() {
        return place.file();
    }

    /** As {@link Place#line}. */
    public int line() {
        return place.line();
    }

    /** As {@link Place#column}. */
    public int column() {
        return place.column();
    }

    /** The same, said in other words. */
    public Finding saying(String words) {
        return new Finding(place, severity, code, words);
    }

    /** An error keeps the catalogue from being used; a warning does not. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code points/course.yaml:12:5: 错误 [lines-contradict] 一句话}; a cell instead of line and column for a workbook. */
    @Override
    public String toString() {
        return place + ": " + severity.chinese() + " [" + code.label() + "] " + sentence;
    }

    /** Whether the catalogue can be used in spite of it. */
    public enum Severity {
        ERROR("错误"),
        WARNING("警告");

        private final String chinese;

        Severity(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
