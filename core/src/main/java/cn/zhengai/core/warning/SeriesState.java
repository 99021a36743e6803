package cn.zhengai.core.warning;

/**
 * What a warner must remember of a series that was ever in warning; a series without one is quiet: never in warning.
 *
 * @param lastAt newest instant seen when this was kept, epoch milliseconds; later quiet readings do not renew it
 * @param run {@code W} in warning, {@code S} on standard, {@code -} neither, {@code X} given up: its rule went away,
 *     and should one come back its history is judged anew
 * @param runFirst first instant of the run, epoch milliseconds; 0 without a run
 * @param runCount readings of the run so far
 * @param openWarning id of the open warning; empty when none
 */
public record SeriesState(
        String point, String subject, long lastAt, char run, long runFirst, int runCount, String openWarning) {}
