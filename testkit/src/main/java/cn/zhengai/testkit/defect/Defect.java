package cn.zhengai.testkit.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One edit of a sound catalogue that makes it wrong.
 *
 * @param code label of the finding that must be told
 * @param file path below the folder
 * @param text of the file after the edit
 * @param line where the fault must be found
 */
public record Defect(String code, String file, String text, int line) {
    private static final char MARK = '▲';

    /**
     * A kind of edit, a line of {@code defects.txt}: code, start of the files' paths, pattern, replacement with the place
     * marked, parted by tabs.
     */
    record Kind(String code, String files, Pattern pattern, String replacement) {
        static Kind of(String line) {
            String[] parts = line.split("\t+");
            return new Kind(parts[0], parts[1], Pattern.compile(parts[2]), parts[3].replace("\\n", "\n"));
        }

        /** Every place of the catalogue that can be made wrong so. */
        List<Defect> all(Map<String, String> sound) {
            List<Defect> defects = new ArrayList<>();
            sound.forEach((file, text) -> {
                Matcher matcher = pattern.matcher(text);
                while (file.startsWith(files) && matcher.find()) {
                    StringBuilder edited = new StringBuilder();
                    matcher.appendReplacement(edited, replacement);
                    int start = edited.indexOf(String.valueOf(MARK));
                    int line = 1
                            + (int) edited.chars()
                                    .limit(start)
                                    .filter(c -> c == '\n')
                                    .count();
                    String before = edited.deleteCharAt(start).toString();
                    // a matcher that goes on from here would append only what follows
                    defects.add(new Defect(code, file, whole(text, matcher, before), line));
                    matcher = pattern.matcher(text).region(matcher.end(), text.length());
                    matcher.useTransparentBounds(true).useAnchoringBounds(false);
                }
            });
            return defects;
        }

        private static String whole(String text, Matcher matcher, String before) {
            return before + text.substring(matcher.end());
        }
    }

    @Override
    public String toString() {
        return code + " " + file + ":" + line;
    }
}
