package cn.zhengai.workbook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell as spreadsheets name it: {@code G12} is row 12, column 7.
 *
 * @param row from 1
 * @param column from 1
 */
public record CellName(int row, int column) {
    private static final Pattern FORM = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([1-9]\\d{0,6})");
    private static final int LETTERS = 26;

    public CellName {
        if (row < 1 || column < 1) {
            throw new IllegalArgumentException("rows and columns count from 1");
        }
    }

    /** Empty when the text names no cell. */
    public static Optional<CellName> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int column = 0;
        for (char letter : form.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * LETTERS + (letter - 'A' + 1);
        }
        return Optional.of(new CellName(Integer.parseInt(form.group(2)), column));
    }

    /** The letters of a column: 1 is A, 27 is AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return letters(column) + row;
    }
}
