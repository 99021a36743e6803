package cn.zhengai.server.letters;

import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import cn.zhengai.server.settings.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Letters that were named. */
final class Chosen {
    /** Held in memory at once. */
    static final int MOST = 100_000;

    private Chosen() {}

    /** In the order they are named. */
    static List<DeadLetter> of(List<DeadLetter> open, List<String> origins) {
        Map<String, DeadLetter> byOrigin = new LinkedHashMap<>();
        open.forEach(letter -> byOrigin.put(letter.origin().toString(), letter));
        List<DeadLetter> chosen = new ArrayList<>();
        for (String origin : origins) {
            DeadLetter letter = byOrigin.get(origin);
            if (letter == null) {
                throw new Refusal(
                        Refusal.Cause.NOT_FOUND,
                        "没有出处是“" + origin + "”的死信，或已经重写过。出处写作 zhengai.readings-3@1234，用 zhengai dead-letters list 查看。");
            }
            chosen.add(letter);
        }
        return chosen;
    }

    static String count(List<DeadLetter> open) {
        return open.size() < MOST ? Integer.toString(open.size()) : MOST + " 以上";
    }
}
