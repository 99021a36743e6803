package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reason;
import java.math.BigDecimal;

/** Decimal texts in millionths. */
final class Figure {
    /** Beyond this a text is no figure of this world, and reading it may cost all memory (1e999999999). */
    private static final int LONGEST = 60;

    private static final int LARGEST_EXPONENT = 40;

    private Figure() {}

    /** @throws Unsound with {@code NOT_A_NUMBER}, {@code TOO_FINE} or {@code TOO_LARGE} */
    static long micros(String name, String text) throws Unsound {
        BigDecimal number = number(name, text);
        if (number.signum() == 0) {
            return 0;
        }
        if (number.scale() > LARGEST_EXPONENT) {
            throw fine(name, text);
        }
        if (number.precision() - number.scale() > LARGEST_EXPONENT) {
            throw large(name, text);
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 6) {
            throw fine(name, text);
        }
        try {
            return Micros.exactly(plain);
        } catch (ArithmeticException beyond) {
            throw large(name, text);
        }
    }

    private static BigDecimal number(String name, String text) throws Unsound {
        if (text.length() > LONGEST) {
            throw new Unsound(Reason.NOT_A_NUMBER, name + " 的写法过长（" + text.length() + " 个字符）。");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw new Unsound(Reason.NOT_A_NUMBER, name + " 是“" + text + "”，不是数。");
        }
    }

    private static Unsound fine(String name, String text) {
        return new Unsound(Reason.TOO_FINE, name + " 是 " + text + "：最多六位小数，请在写入前舍入。");
    }

    private static Unsound large(String name, String text) {
        return new Unsound(Reason.TOO_LARGE, name + " 是 " + text + "，超出可以表示的范围。");
    }
}
