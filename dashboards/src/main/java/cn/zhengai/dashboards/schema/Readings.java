package cn.zhengai.dashboards.schema;

import java.util.List;

/** What the recorder of readings keeps. Its subjects include persons: no dashboard asks for these. */
public final class Readings {
    /** Time: the instant it speaks about. */
    public static final Measurement READING = reading("reading", "the reading in force of a series and instant");

    /** Time: the instant it speaks about, and a slot in nanoseconds. */
    public static final Measurement READING_HISTORY =
            reading("reading_history", "one of several readings of a series and instant");

    /** Time: the number itself. */
    public static final Measurement RECORDED =
            Measurement.of("recorded", "how far the recorder is", "part").wholes("seq");

    /** Time: when it was recorded. */
    public static final Measurement LOG_PLACE =
            Measurement.of("log_place", "where the log stood at a time", "part").wholes("seq");

    /** Time: start of the hour. */
    public static final Measurement LOG_PLACE_HOUR = Measurement.of(
                    "log_place_hour", "where the log stood at the end of an hour", "part")
            .wholes("seq");

    private Readings() {}

    private static Measurement reading(String name, String says) {
        return Measurement.of(name, says, "point", "subject", "part").texts("logged");
    }

    public static List<Measurement> all() {
        return List.of(READING, READING_HISTORY, RECORDED, LOG_PLACE, LOG_PLACE_HOUR);
    }
}
