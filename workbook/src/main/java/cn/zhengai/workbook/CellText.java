package cn.zhengai.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What the reader gives for a cell, as our text. */
final class CellText {
    /** Spreadsheets keep 15 digits; the file may spell the binary value out further: 0.94999999999999996. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final double LAST_DAY = 2_958_466;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final NumberFormats formats = new NumberFormats();

    /** Absent when the cell is empty. */
    Optional<Cell> of(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return Optional.empty();
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return Optional.of(number(cell, number));
        }
        if (value instanceof Boolean truth) {
            return Optional.of(new Cell(truth.toString(), Cell.Kind.TRUTH, false));
        }
        String text = unescaped(value.toString());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean failed = cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && isFault(text));
        return Optional.of(new Cell(text, failed ? Cell.Kind.FAULT : Cell.Kind.TEXT, false));
    }

    private static boolean isFault(String text) {
        return text.matches("#(DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)");
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
        Cell.Kind kind = formats.kind(cell.getDataFormatId(), cell.getDataFormatString());
        if (kind == Cell.Kind.DATE && isDate(number)) {
            return new Cell(date(cell), Cell.Kind.DATE, false);
        }
        return kind == Cell.Kind.PERCENT
                ? new Cell(decimal(number.multiply(HUNDRED)) + "%", Cell.Kind.PERCENT, false)
                : new Cell(decimal(number), Cell.Kind.NUMBER, false);
    }

    private static boolean isDate(BigDecimal number) {
        return number.signum() >= 0 && number.doubleValue() < LAST_DAY;
    }

    private static String date(org.dhatim.fastexcel.reader.Cell cell) {
        LocalDateTime at = cell.asDate();
        if (at.toLocalDate().isBefore(LocalDate.of(1900, 1, 2))) {
            return seconds(at.toLocalTime());
        }
        return at.toLocalTime().equals(MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toLocalDate() + "T" + seconds(at.toLocalTime());
    }

    private static String seconds(LocalTime time) {
        String text = time.toString();
        return text.length() == "08:30".length() ? text + ":00" : text;
    }

    /** 0.94999999999999996 is 0.95; never an exponent, no trailing zeros. */
    static String decimal(BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= DIGITS.getPrecision()) {
            return number.toPlainString();
        }
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** {@code _x000D_} is how the format writes characters that XML cannot hold. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
