package cn.zhengai.collector.file;

import cn.zhengai.core.catalogue.SourceMapping;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which source a file belongs to, by the globs that sources declare; {@code .gz} at the end of a name does not count. */
public final class SourceByName {
    private SourceByName() {}

    /**
     * The one source whose glob matches.
     *
     * @throws FileRefused when none or several do
     */
    public static SourceMapping of(Path file, Collection<SourceMapping> sources) throws FileRefused {
        String name = String.valueOf(file.getFileName());
        String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (!bare.endsWith(".xlsx") && !bare.endsWith(".csv") && !bare.endsWith(".txt") && !bare.endsWith(".tsv")) {
            throw new FileRefused("只接收工作簿（.xlsx）和 CSV 文件（.csv、.txt、.tsv，可以再加 .gz）。旧的 .xls 请在表格软件中另存为 .xlsx 后投放。");
        }
        List<SourceMapping> matching = sources.stream()
                .filter(s -> s.drop().isPresent())
                .filter(s -> matches(s.drop().get().files(), name)
                        || matches(s.drop().get().files(), bare))
                .sorted(Comparator.comparing(SourceMapping::id))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        List<String> globs = sources.stream()
                .flatMap(s -> s.drop().stream().map(d -> s.id() + "：" + d.files()))
                .sorted()
                .toList();
        throw new FileRefused(
                matching.isEmpty()
                        ? "文件名与任何数据来源都不匹配。已声明的文件名有：" + String.join("；", globs) + "。请改名后重新投放，或在目录的来源中声明它。"
                        : "文件名同时匹配多个数据来源："
                                + String.join(
                                        "、",
                                        matching.stream().map(SourceMapping::id).toList())
                                + "。请改名后重新投放，或在目录中收窄 files。");
    }

    private static boolean matches(String glob, String name) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
    }
}
