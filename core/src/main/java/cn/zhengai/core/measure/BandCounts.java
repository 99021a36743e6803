package cn.zhengai.core.measure;

import java.util.EnumMap;
import java.util.Map;

/** Number of series in each band; every band has its number, zero included. */
public record BandCounts(Map<Band, Long> byBand) {
    public static final BandCounts NONE = new BandCounts(Map.of());

    public BandCounts {
        Map<Band, Long> whole = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            whole.put(band, byBand.getOrDefault(band, 0L));
        }
        byBand = java.util.Collections.unmodifiableMap(whole);
    }

    public long of(Band band) {
        return byBand.getOrDefault(band, 0L);
    }

    /** Series with a reading. */
    public long known() {
        return total() - of(Band.UNKNOWN);
    }

    public long total() {
        return byBand.values().stream().mapToLong(Long::longValue).sum();
    }

    /** On standard or better. */
    public long onStandard() {
        return of(Band.ON_TARGET) + of(Band.ON_STANDARD);
    }

    public BandCounts plus(BandCounts other) {
        Map<Band, Long> sum = new EnumMap<>(Band.class);
        byBand.forEach((band, count) -> sum.put(band, count + other.of(band)));
        return new BandCounts(sum);
    }
}
