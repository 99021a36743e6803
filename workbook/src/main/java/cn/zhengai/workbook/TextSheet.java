package cn.zhengai.workbook;

import java.util.List;
import org.apache.poi.ss.util.WorkbookUtil;

/**
 * A sheet that holds nothing but text: numbers stay as they are written, nothing is a formula.
 *
 * @param name at most 31 characters, see {@link #safeName}
 * @param rows the first is the header; rows may differ in width
 */
public record TextSheet(String name, List<List<String>> rows) {
    /** Characters that a cell can hold. */
    public static final int LONGEST_CELL = 32_000;

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_STEM = 26;

    public TextSheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A name that spreadsheets take, other than those that are taken. */
    public static String safeName(String wanted, List<String> taken) {
        String safe = WorkbookUtil.createSafeSheetName(wanted);
        String stem = safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
        String free = stem;
        for (int i = 2; isTaken(free, taken); i++) {
            free = stem.substring(0, Math.min(stem.length(), LONGEST_STEM)) + "-" + i;
        }
        return free;
    }

    private static boolean isTaken(String name, List<String> taken) {
        return name.equalsIgnoreCase(AnnotatedCopy.RESULTS) || taken.stream().anyMatch(name::equalsIgnoreCase);
    }
}
