package cn.zhengai.alerting.rule;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A short text that changes whenever the warnings of a point could change: zone, watch, dates and lines, and which
 * subjects have lines of their own. Names, weights, targets and owners are no part of it.
 */
final class RuleDigest {
    private static final int BYTES = 12;

    private RuleDigest() {}

    /** @param own lines by subject id, only of subjects whose lines differ from {@code common}; in a stable order */
    static String of(ControlPoint point, ZoneId zone, List<LinesVersion> common, Map<String, List<LinesVersion>> own) {
        Watch watch = point.watch();
        StringBuilder text = new StringBuilder("1\n").append(zone.getId()).append('\n');
        append(text, watch);
        watch.former().forEach(former -> append(text.append(former.until()).append('\n'), former.watch()));
        append(text, common);
        own.forEach((subject, versions) -> {
            text.append(subject).append('\n');
            append(text, versions);
        });
        return sha(text.toString());
    }

    private static void append(StringBuilder text, Watch watch) {
        text.append(patience(watch.hold())).append(patience(watch.calm()));
        text.append(watch.raiseAtStandard()).append(watch.veto()).append('\n');
    }

    private static String patience(Patience p) {
        return p.readings() + "/" + p.time() + "\n";
    }

    private static void append(StringBuilder text, List<LinesVersion> versions) {
        String before = "";
        for (LinesVersion v : versions) {
            String bounds =
                    v.lines().warning().bounds() + "" + v.lines().standard().bounds();
            if (!bounds.equals(before)) {
                text.append(v.from()).append(bounds).append('\n');
            }
            before = bounds;
        }
    }

    private static String sha(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
