package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/lint.md}; what a check says is what it says when its example is read. */
final class LintPage {
    private static final String HEAD = """
        # 目录检查

        `zhengai check 目录` 检查目录文件，每个问题给出 `文件:行:列`、级别、`[代号]` 和一句话：哪里不对、用什么值可以看出来、怎样改。
        **错误**会使目录不能使用；**警告**不妨碍使用，但多半是写错了。`zhengai check --explain 代号` 给出本页里的那一条。

        每一条的例子都放在本页末尾的最小目录里检查过：错误写法只报这一个问题，改后一个问题也没有。
        本页由 `catalogue/src/test/resources/cn/zhengai/catalogue/explain/entries.yaml` 写成，请改那里。

        """;

    private final Path folder;
    private int turn;

    /** @param folder in which the examples are tried */
    LintPage(Path folder) {
        this.folder = folder;
    }

    String text(List<Explained> entries) {
        Map<String, List<Explained>> groups = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.words().get("group"), LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder(HEAD);
        long errors = Arrays.stream(Code.values())
                .filter(code -> code.severity() == Finding.Severity.ERROR)
                .count();
        page.append("共 ")
                .append(Code.values().length)
                .append(" 条：")
                .append(errors)
                .append(" 条错误，")
                .append(Code.values().length - errors)
                .append(" 条警告。\n");
        groups.forEach((group, all) -> {
            page.append("\n## ").append(group).append("\n");
            all.forEach(entry -> section(page, entry));
        });
        page.append("\n## 最小的正确目录\n");
        Fault.SOUND.forEach((file, text) -> fence(page.append("\n"), "yaml", "# " + file + "\n" + text));
        return page.toString();
    }

    private void section(StringBuilder page, Explained entry) {
        page.append("\n### ").append(entry.code().label()).append(' ');
        page.append(entry.words().get("title")).append("\n\n");
        page.append(entry.code().severity().chinese())
                .append("。")
                .append(entry.words().get("why"));
        page.append("\n\n错误写法：\n\n");
        entry.also().forEach((file, text) -> fence(page, "yaml", "# " + file + "\n" + text, "\n"));
        fence(
                page,
                "yaml",
                (entry.setup().isEmpty() || entry.wrong().contains("\n") ? "# " + entry.file() + "\n" : "")
                        + entry.wrong(),
                "\n");
        page.append("检查结果：\n\n");
        fence(page, "text", said(entry), "\n");
        page.append("怎样改：").append(entry.words().get("fix")).append('\n');
        entry.mended().ifPresent(text -> fence(page.append('\n'), "yaml", changed(entry.wrong(), text)));
    }

    private String said(Explained entry) {
        Path place = folder.resolve("turn-" + turn++);
        return entry.readWrong(place).findings().stream()
                .filter(finding -> finding.code() == entry.code())
                .findFirst()
                .orElseThrow()
                .toString()
                .replace(place.resolve("nowhere").toString(), "data/catalogue")
                .replace(place.resolve("empty").toString(), "data/catalogue");
    }

    /** The mended lines; all of them when lines only went away. */
    private static String changed(String wrong, String mended) {
        List<String> before = wrong.lines().toList();
        List<String> after = mended.lines().toList();
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> lines = after.subList(start, after.size() - end);
        return String.join("\n", lines.isEmpty() ? after : lines);
    }

    private static void fence(StringBuilder page, String kind, String text, String after) {
        fence(page, kind, text);
        page.append(after);
    }

    private static void fence(StringBuilder page, String kind, String text) {
        String seen = text.replace("\u0007", "␇").replace("\u200b", "␣").replace("\t", "→");
        page.append("```")
                .append(kind)
                .append('\n')
                .append(seen.stripTrailing())
                .append("\n```\n");
    }
}
