package cn.zhengai.core.evidence;

import cn.zhengai.core.measure.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One answer and how it comes about (依据). The answer follows from the parts by the working, and from nothing else:
 * whoever doubts it can follow the tree down to the rows that a source sent.
 *
 * @param label what it is the answer to, Chinese
 * @param shown the answer as people see it, cut and never rounded up, with its unit
 * @param exact the same, exactly; empty when it is no number or not known
 * @param working how it comes out of the parts; empty for what is given
 * @param agreement with what was kept
 * @param remarks rules, versions and knowledge it rests on; sentences
 * @param reading the value it is, of a leaf
 * @param parts what it comes from, those that are listed
 * @param unlisted parts that count and are not listed
 */
public record Explanation(
        Kind kind,
        String label,
        String shown,
        Optional<Fraction> exact,
        Optional<Working> working,
        Agreement agreement,
        List<String> remarks,
        Optional<Evidence> reading,
        List<Explanation> parts,
        long unlisted) {
    public Explanation {
        remarks = List.copyOf(remarks);
        parts = List.copyOf(parts);
        if (unlisted < 0) {
            throw new IllegalArgumentException("unlisted parts: " + unlisted);
        }
    }

    /** What a node is about. */
    public enum Kind {
        GRADE,
        ACHIEVEMENT,
        GOAL,
        TASK,
        FIGURE,
        SUBJECT,
        BAND,
        LINE,
        READING,
        WARNING,
        RUN,
        STEP,
        NOTICE
    }

    /** An answer without reasons yet. */
    public static Explanation of(Kind kind, String label, String shown) {
        return new Explanation(
                kind,
                label,
                shown,
                Optional.empty(),
                Optional.empty(),
                Agreement.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                0);
    }

    public Explanation exactly(Optional<Fraction> value) {
        return new Explanation(kind, label, shown, value, working, agreement, remarks, reading, parts, unlisted);
    }

    public Explanation by(String formula, String source) {
        return new Explanation(
                kind,
                label,
                shown,
                exact,
                Optional.of(new Working(formula, source)),
                agreement,
                remarks,
                reading,
                parts,
                unlisted);
    }

    public Explanation compared(Agreement with) {
        return new Explanation(kind, label, shown, exact, working, with, remarks, reading, parts, unlisted);
    }

    /** With one more remark; an empty one is none. */
    public Explanation remarking(String remark) {
        if (remark.isEmpty()) {
            return this;
        }
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Explanation(kind, label, shown, exact, working, agreement, more, reading, parts, unlisted);
    }

    public Explanation resting(Evidence value) {
        return new Explanation(
                kind, label, shown, exact, working, agreement, remarks, Optional.of(value), parts, unlisted);
    }

    /** @param more parts that count and are not among those listed */
    public Explanation from(List<Explanation> listed, long more) {
        return new Explanation(kind, label, shown, exact, working, agreement, remarks, reading, listed, more);
    }

    /** This node and all below it, from the top down. */
    public Stream<Explanation> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Explanation::all));
    }

    /** Nodes whose kept figure is another: never hidden. */
    public List<Explanation> alarms() {
        return all().filter(node -> node.agreement.alarming()).toList();
    }
}
