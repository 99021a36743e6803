package cn.zhengai.catalogue.cell;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is put into a cell. */
public sealed interface Shown {

    /** Empty leaves the cell empty. */
    record Text(String text) implements Shown {}

    /** At most the digits that spreadsheets keep. */
    record Figure(BigDecimal number) implements Shown {
        private static final int DIGITS = 15;

        /** The number itself, or its text when a spreadsheet would cut it. */
        static Shown of(String text) {
            BigDecimal number = new BigDecimal(text);
            return number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS
                    ? new Text(text)
                    : new Figure(number);
        }
    }

    /** After 1900, as spreadsheets know no earlier ones. */
    record Day(LocalDate day) implements Shown {}
}
