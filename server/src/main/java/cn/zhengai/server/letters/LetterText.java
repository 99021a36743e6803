package cn.zhengai.server.letters;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A letter in words. */
final class LetterText {
    /** As heads of columns. */
    static final List<String> COLUMNS = List.of("出处", "原因", "代码", "说明", "消息时间", "键", "值", "重写次数");

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private LetterText() {}

    /** Under {@link #COLUMNS}. */
    static List<String> cells(DeadLetter letter) {
        return List.of(
                letter.origin().toString(),
                letter.reason().chinese(),
                letter.reason().name(),
                letter.detail(),
                time(letter),
                letter.keyText(),
                letter.valueText(),
                Integer.toString(letter.tries()));
    }

    static String line(DeadLetter letter) {
        String again = letter.tries() == 0 ? "" : "（已重写 " + letter.tries() + " 次）";
        return String.join(
                "\t", letter.origin().toString(), letter.reason().chinese() + again, time(letter), letter.detail());
    }

    /** Local time of the machine; empty when the record has none. */
    static String time(DeadLetter letter) {
        return letter.timestamp() < 0
                ? ""
                : SECOND.format(Instant.ofEpochMilli(letter.timestamp()).atZone(ZoneId.systemDefault()));
    }

    static String reason(Reason reason) {
        return reason.chinese() + "（" + reason + "）";
    }
}
