package cn.zhengai.assessment.rollup;

import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import java.time.Instant;

/**
 * As of when a result speaks (截至).
 *
 * @param instant a day of the calendar: its date in the zone of the college is "today" for lines and tasks
 * @param knowledge which readings count
 */
public record AsOf(Instant instant, Knowledge knowledge) {

    /** What the store knew at an instant. */
    public static AsOf at(Instant instant, ReadingStore store) {
        return new AsOf(instant, store.knownAt(instant));
    }
}
