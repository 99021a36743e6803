package cn.zhengai.catalogue.finding;

/**
 * Where something stands.
 *
 * @param file path below the catalogue folder with {@code /}; {@code .} is the folder itself
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) {

    /** A file as a whole. */
    public static Place file(String file) {
        return new Place(file, 1, 1);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
