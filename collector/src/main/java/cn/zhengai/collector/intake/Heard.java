package cn.zhengai.collector.intake;

import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.util.Optional;

/** What is known already of one series and instant; asks the readings. */
public interface Heard {
    /** Nothing, ever. */
    Heard NOTHING = (series, at) -> Optional.empty();

    /** The reading in force; everything that was appended before the question is seen. */
    Optional<Reading> inForce(Series series, long at);
}
