package cn.zhengai.core.version;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A catalogue as it was written at one time (目录版本), kept for good.
 *
 * @param files texts by path below the folder, with {@code /}
 */
public record CatalogueVersion(Head head, SortedMap<String, String> files) {
    /** Date of force of a catalogue that has always held; the first also holds before its date. */
    public static final LocalDate ALWAYS = LocalDate.EPOCH;

    public CatalogueVersion {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Which version it is, since when, by whom and why.
     *
     * @param number 1 for the first, without gaps
     * @param digest of the files
     * @param from first day in force, in the college's zone
     * @param recordedAt when it was kept
     */
    public record Head(int number, String digest, LocalDate from, Instant recordedAt, String author, String reason) {
        /** Changes the rules of days gone by. */
        public boolean correction(ZoneId zone) {
            return number > 1 && from.isBefore(LocalDate.ofInstant(recordedAt, zone));
        }

        /** 依据目录第 3 版（自 2026-01-01 起施行，由 李主任 发布：提高签到率目标）. */
        public String sentence() {
            return "目录第 " + number + " 版（" + since() + "，由 " + author + " 发布：" + reason + "）";
        }

        /** 自 2026-01-01 起施行, or 自始施行. */
        public String since() {
            return from.equals(ALWAYS) ? "自始施行" : "自 " + from + " 起施行";
        }
    }

    /**
     * A version that is to be kept.
     *
     * @param digest of the files
     */
    public record Draft(String digest, Publication publication, SortedMap<String, String> files) {}

    /** When a version comes into force, who says so and why. */
    public record Publication(LocalDate from, Instant recordedAt, String author, String reason) {}
}
