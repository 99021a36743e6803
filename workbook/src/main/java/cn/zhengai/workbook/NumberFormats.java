package cn.zhengai.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a number's format shows a date or a percentage. Formats are recognised once and remembered. */
final class NumberFormats {
    /** Colours, conditions, currency and locale in brackets; words in quotes; escaped and padding characters. */
    private static final Pattern NOT_SHOWN = Pattern.compile("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.|_.|\\*.");

    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhs年月日时分秒]");

    private final Map<String, Cell.Kind> known = new HashMap<>();

    /**
     * @param id number of the format; several are dates without saying their code, among them those of Chinese
     *     editions
     */
    Cell.Kind kind(@Nullable Integer id, @Nullable String code) {
        if (id == null) {
            return Cell.Kind.NUMBER;
        }
        if (id == 0 && code == null) {
            return Cell.Kind.NUMBER;
        }
        return known.computeIfAbsent(id + " " + code, unknown -> recognise(id, code));
    }

    private static Cell.Kind recognise(int id, @Nullable String code) {
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58)) {
            return Cell.Kind.DATE;
        }
        if (id == 9 || id == 10) {
            return Cell.Kind.PERCENT;
        }
        if (code == null || ELAPSED.matcher(code).find()) {
            return Cell.Kind.NUMBER;
        }
        int second = code.indexOf(';');
        String shown = NOT_SHOWN
                .matcher(second < 0 ? code : code.substring(0, second))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        if (shown.indexOf('%') >= 0) {
            return Cell.Kind.PERCENT;
        }
        return !shown.contains("general") && DATE_LETTERS.matcher(shown).find() ? Cell.Kind.DATE : Cell.Kind.NUMBER;
    }
}
