package cn.zhengai.catalogue.finding;

/**
 * One fault of a catalogue.
 *
 * @param file path below the catalogue folder with {@code /}; {@code .} is the folder itself
 * @param line from 1
 * @param column from 1
 * @param sentence what is wrong and what to do, in Chinese
 */
public record Finding(String file, int line, int column, Severity severity, Code code, String sentence) {

    static Finding at(Place place, Code code, String sentence) {
        return new Finding(place.file(), place.line(), place.column(), code.severity(), code, sentence);
    }

    /** An error keeps the catalogue from being used; a warning does not. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code points/course.yaml:12:5: 错误 [lines-contradict] 一句话}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + severity.chinese() + " [" + code.label() + "] " + sentence;
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
