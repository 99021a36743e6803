package cn.zhengai.alerting.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the log the reading stands that caused a fact, as the fact's id says it: {@code warning-STEP-seq}. When the
 * readings are moved to another log the numbers are others, and so are these ids; a cause that did not move with them, as it
 * said nothing new, is {@code warning-STEP-seq.former}: after this one came another, of that number in the log it stood in.
 *
 * @param fact what comes before: warning and step
 * @param seq the cause, or the last reading of the series before it
 * @param former the cause's number in an earlier log; empty when it stands here
 */
public record FactPlace(String fact, long seq, Optional<String> former) {
    private static final Pattern FORM = Pattern.compile("(\\w+-[A-Z]+)-(\\d{1,18})(?:\\.(\\d{1,18}))?");

    /** Of a fact that a reading caused; empty of others. */
    public static Optional<FactPlace> of(String factId) {
        Matcher form = FORM.matcher(factId);
        return form.matches()
                ? Optional.of(
                        new FactPlace(form.group(1), Long.parseLong(form.group(2)), Optional.ofNullable(form.group(3))))
                : Optional.empty();
    }

    /** The cause is there under this number. */
    public FactPlace at(long other) {
        return new FactPlace(fact, other, former);
    }

    /** The cause is no longer there; this is the last of its series that was before it, 0 when none was. */
    public FactPlace after(long other) {
        return new FactPlace(fact, other, Optional.of(former.orElse(Long.toString(seq))));
    }

    /** The fact's id. */
    public String id() {
        return fact + "-" + seq + former.map(number -> "." + number).orElse("");
    }
}
