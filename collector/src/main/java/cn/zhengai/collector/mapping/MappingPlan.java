package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Retention;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source's mapping compiled against one catalogue: names to slots, constant templates to points, and what was looked
 * up once kept. Made once per source and catalogue, used by many threads; each batch has its own {@link RowMapper}.
 */
public final class MappingPlan {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    final Template subject;
    final int timeSlot;
    final int revisionSlot;
    /** Of a row; null when the mapping names no column. */
    final @Nullable Template reason;

    final int decimals;
    final InstantFormat timeFormat;
    final List<MeasureRule> measures;
    final PointRules rules;
    final ZoneId zone;
    final long earliest;
    final Retention retention;
    private final Optional<String> constantReason;
    private final SourceMapping mapping;
    private final Map<String, Subject> subjects;
    private final List<String> columns;

    /** As below, for a college that keeps everything. */
    public MappingPlan(SourceMapping mapping, Catalogue catalogue, SeriesIndex index) {
        this(mapping, catalogue, index, Retention.FOR_GOOD);
    }

    /** @throws IllegalArgumentException when a template or the time format cannot be read (the lint reports it first) */
    public MappingPlan(SourceMapping mapping, Catalogue catalogue, SeriesIndex index, Retention retention) {
        this.retention = retention;
        Columns slots = new Columns();
        this.mapping = mapping;
        this.rules = new PointRules(mapping, catalogue, index);
        this.subject = Template.of(mapping.subject(), slots);
        this.timeSlot = slots.slot(mapping.time().column());
        this.timeFormat = InstantFormat.named(mapping.time().format());
        this.revisionSlot = slots.slot(mapping.revision());
        Optional<Template> why = mapping.reason().map(text -> Template.of(text, slots));
        Optional<String> constant = why.flatMap(template -> Optional.ofNullable(template.constant()));
        this.reason = constant.isPresent() ? null : why.orElse(null);
        this.constantReason = constant.flatMap(ReasonText::plain).map(ReasonText::cut);
        this.decimals = mapping.decimals().orElse(DecimalText.EXACT);
        this.measures = mapping.measures().stream()
                .map(m -> new MeasureRule(m, slots, rules))
                .toList();
        this.subjects = catalogue.subjectsByAnyName();
        this.zone = catalogue.zone();
        this.earliest = EARLIEST.atStartOfDay(zone).toInstant().toEpochMilli();
        this.columns = slots.names();
    }

    public SourceMapping mapping() {
        return mapping;
    }

    /** Why the source sends values, when neither row nor batch says so. */
    public Optional<String> reason() {
        return constantReason;
    }

    /** Names of the columns that are read; the place of a name is its slot in {@link Row#cell}. */
    public List<String> columns() {
        return columns;
    }

    /**
     * What a header lacks, each item one column name or, where either form of a measure would do, several
     * ({@code value / numerator + denominator}); empty when rows under it can become readings.
     */
    public List<String> missingIn(Set<String> header) {
        Set<String> wanted = new LinkedHashSet<>(subject.columns());
        wanted.add(mapping.time().column());
        measures.forEach(m -> wanted.addAll(m.point.columns()));
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(header);
        for (SourceMapping.Measure m : mapping.measures()) {
            boolean value = m.value().isPresent() && header.contains(m.value().get());
            boolean quotient = m.numerator().isPresent()
                    && header.contains(m.numerator().get())
                    && m.denominator().isPresent()
                    && header.contains(m.denominator().get());
            if (!m.optional() && !value && !quotient) {
                missing.add(forms(m));
            }
        }
        return missing;
    }

    private static String forms(SourceMapping.Measure m) {
        List<String> forms = new ArrayList<>();
        m.value().ifPresent(forms::add);
        m.numerator().ifPresent(n -> forms.add(n + " + " + m.denominator().orElse("")));
        return String.join(" / ", forms);
    }

    /**
     * Reads the rows of one batch.
     *
     * @param now rows more than ten minutes past it are in the future
     */
    public RowMapper mapper(Instant now, Verdicts verdicts) {
        return new RowMapper(this, now, verdicts);
    }

    @Nullable
    Subject subjectNamed(String text) {
        return subjects.get(text);
    }

    /** Ids of the subjects that took over from one. */
    List<String> successors(Subject subject) {
        return subjects.values().stream()
                .filter(s -> s.life().succeeds().contains(subject.id()))
                .map(Subject::id)
                .distinct()
                .sorted()
                .toList();
    }

    Set<String> subjectNames() {
        return subjects.keySet();
    }
}
