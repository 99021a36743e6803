package cn.zhengai.core.catalogue;

import java.time.Duration;
import java.util.Optional;

/**
 * How a point is supplied with readings.
 *
 * @param grace how long after the end of its period a reading may come; days count school days, less than a day counts
 *     school time; empty: by cadence
 * @param master id of the source whose readings prevail when several speak about one; empty: none
 */
public record Supply(Optional<Duration> grace, Optional<String> master) {
    public static final Supply STANDARD = new Supply(Optional.empty(), Optional.empty());

    public Supply {
        grace.ifPresent(g -> {
            boolean days = g.toDays() > 0;
            if (g.isNegative() || (days && !g.equals(Duration.ofDays(g.toDays())))) {
                throw new IllegalArgumentException("grace is whole days or less than a day: " + g);
            }
        });
    }
}
