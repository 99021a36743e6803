package cn.zhengai.console.page;

import cn.zhengai.console.board.BandCounts;
import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.measure.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bar split by band; segments follow each other from best to unknown, widths in percent of the whole. */
public record BandBar(List<Segment> segments, BandCounts counts) {

    /** One part of the bar. */
    public record Segment(Band band, long count, String x, String width) {
        public String text() {
            return band.chinese() + " " + Figures.count(count);
        }
    }

    static BandBar of(BandCounts counts) {
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        for (Band band : Band.values()) {
            long count = counts.of(band);
            if (count > 0) {
                double width = 100.0 * count / counts.total();
                segments.add(new Segment(band, count, percent(x), percent(width)));
                x += width;
            }
        }
        return new BandBar(segments, counts);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }

    /** All in words, for those who do not see the bar. */
    public String text() {
        return segments.stream().map(Segment::text).collect(java.util.stream.Collectors.joining("，"));
    }

    public String onStandard() {
        return Figures.share(counts.onStandard(), counts.known());
    }

    public String onTarget() {
        return Figures.share(counts.of(Band.ON_TARGET), counts.known());
    }
}
