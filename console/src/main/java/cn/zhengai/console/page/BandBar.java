package cn.zhengai.console.page;

import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.ShownCounts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bar split by band, with its legend.
 *
 * @param entries every band from best to unknown; bands shown together are one entry, where the first of them stands
 */
public record BandBar(List<Entry> entries, ShownCounts counts) {
    private static final Set<Band> MET = Set.of(Band.ON_TARGET, Band.ON_STANDARD);

    /**
     * One part of the bar and line of the legend.
     *
     * @param band empty: several together
     * @param x of the bar's width, as {@code width}: {@code 12.500%}
     */
    public record Entry(Optional<Band> band, String name, long count, String x, String width) {
        public String text() {
            return name + " " + Figures.count(count);
        }

        /** {@code in-warning}, {@code merged}: what style classes are made of. */
        public String style() {
            return band.map(Looks::style).orElse("merged");
        }

        public String icon() {
            return band.map(Looks::icon).orElse("bi-shield-lock");
        }
    }

    static BandBar of(ShownCounts counts) {
        List<Entry> entries = new ArrayList<>();
        double total = Math.max(1, counts.whole().total());
        double x = 0;
        Set<Band> done = EnumSet.noneOf(Band.class);
        for (Band band : Band.values()) {
            if (!done.contains(band)) {
                Set<Band> bands = counts.merged().stream()
                        .filter(run -> run.contains(band))
                        .findFirst()
                        .orElse(Set.of(band));
                done.addAll(bands);
                long count = counts.of(bands).orElse(0);
                double width = 100.0 * count / total;
                entries.add(new Entry(
                        bands.size() > 1 ? Optional.empty() : Optional.of(band),
                        bands.size() > 1 ? names(bands) : band.chinese(),
                        count,
                        percent(x),
                        percent(width)));
                x += width;
            }
        }
        return new BandBar(List.copyOf(entries), counts);
    }

    private static String names(Set<Band> bands) {
        return bands.stream().sorted().map(Band::chinese).collect(Collectors.joining("、")) + "合计";
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }

    /** Those with somebody in them. */
    public List<Entry> segments() {
        return entries.stream().filter(e -> e.count() > 0).toList();
    }

    /** All in words, for those who do not see the bar. */
    public String text() {
        return segments().stream().map(Entry::text).collect(Collectors.joining("，"));
    }

    public boolean merged() {
        return !counts.merged().isEmpty();
    }

    public long total() {
        return counts.whole().total();
    }

    public boolean nothingKnown() {
        return counts.whole().known() == 0;
    }

    /** Share of what has a reading; empty when few persons could be read off it. */
    public Optional<String> onStandard() {
        return share(MET);
    }

    public Optional<String> onTarget() {
        return share(Set.of(Band.ON_TARGET));
    }

    /** With the unknown merged, how many have a reading is not shown: at least the share of all of them. */
    private Optional<String> share(Set<Band> bands) {
        var part = counts.of(bands);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                counts.of(Band.UNKNOWN).isPresent()
                        ? Figures.share(part.getAsLong(), counts.whole().known())
                        : "≥ " + Figures.share(part.getAsLong(), total()));
    }
}
