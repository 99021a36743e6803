package cn.zhengai.assessment.breakdown;

import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.version.CatalogueVersion;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All departments of a college in one cycle (考核结果), with everything it was derived from.
 *
 * @param zone in which its days and instants are to be read
 * @param asOf the moment it speaks of: its day is "today" for lines and tasks
 * @param knowledge which readings had a part in it, exactly; empty in documents from before this was kept: those the
 *     store then knew at {@code asOf}
 * @param computedAt when it was computed
 * @param catalogueDigest which rules
 * @param version which version of the catalogue that is; empty where versions are not kept, and in older documents
 * @param digest SHA-256 of everything but {@code asOf}, {@code knowledge}, {@code computedAt} and {@code version}, hex: equal results have equal digests
 * @param departments every department, in the order of the tree; graded by Art. 11 when it has goals
 * @param otherUnits committee, sections and course teams that have goals of their own, ungraded; their goals do not count
 *     for the department above
 */
public record CollegeAssessment(
        String college,
        Cycle cycle,
        ZoneId zone,
        Instant asOf,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Knowledge> knowledge,
        Instant computedAt,
        String catalogueDigest,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CatalogueVersion.Head> version,
        String digest,
        List<DepartmentAssessment> departments,
        List<DepartmentAssessment> otherUnits) {
    public CollegeAssessment {
        departments = List.copyOf(departments);
        otherUnits = List.copyOf(otherUnits);
    }

    /** A department or other unit by id. */
    public Optional<DepartmentAssessment> unit(String id) {
        return departments.stream()
                .filter(d -> d.unit().equals(id))
                .findFirst()
                .or(() -> otherUnits.stream().filter(d -> d.unit().equals(id)).findFirst());
    }

    /**
     * The day up to which it speaks, when its cycle had not ended by then: grades of a running cycle are no final ones.
     * Empty when the cycle was over.
     */
    public Optional<LocalDate> running() {
        Instant known = asOf.isBefore(computedAt) ? asOf : computedAt;
        LocalDate day = LocalDate.ofInstant(known, zone);
        return day.isBefore(cycle.until()) ? Optional.of(day) : Optional.empty();
    }

    /** {@code 进行中（截至 2026-11-26）} or {@code 周期已结束}: stands wherever a grade stands. */
    public String standing() {
        return running().map(day -> "进行中（截至 " + day + "）").orElse("周期已结束");
    }

    /** What the digest is made of: without the times, the place in the log and the digest. */
    CollegeAssessment timeless() {
        return new CollegeAssessment(
                college,
                cycle,
                zone,
                Instant.EPOCH,
                Optional.empty(),
                Instant.EPOCH,
                catalogueDigest,
                Optional.empty(),
                "",
                departments,
                otherUnits);
    }

    /** The same with its digest worked out. */
    public CollegeAssessment sealed() {
        return new CollegeAssessment(
                college,
                cycle,
                zone,
                asOf,
                knowledge,
                computedAt,
                catalogueDigest,
                version,
                Digest.of(this),
                departments,
                otherUnits);
    }

    /** The same, said to be computed with this version. */
    public CollegeAssessment under(Optional<CatalogueVersion.Head> rules) {
        return new CollegeAssessment(
                college,
                cycle,
                zone,
                asOf,
                knowledge,
                computedAt,
                catalogueDigest,
                rules,
                digest,
                departments,
                otherUnits);
    }

    /** Is the digest that of the content? False when a kept document was changed. */
    public boolean intact() {
        return digest.equals(Digest.of(this));
    }
}
