package cn.zhengai.server.command;

import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.workbook.UnreadableWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a person gets back for a workbook with faults: a copy beside it with every fault marked. */
final class WorkbookAnswer {
    private WorkbookAnswer() {}

    /** {@code X.xlsx} is answered by {@code X.annotated.xlsx}, which replaces an earlier answer. */
    static void annotate(Path file, List<Finding> findings, Say say) throws IOException {
        Path name = file.toAbsolutePath().getFileName();
        String base = name == null ? "catalogue" : name.toString().replaceFirst("(\\.annotated)?\\.xlsx$", "");
        Path copy = file.resolveSibling(base + ".annotated.xlsx");
        Path part = file.resolveSibling(base + ".annotated.xlsx.part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                CatalogueWorkbook.annotate(file, findings, out);
            }
            Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
            say.line("批注副本：" + copy.toAbsolutePath() + "（有问题的单元格已标色并加批注，第一张表列出全部问题）");
        } catch (UnreadableWorkbook unreadable) {
            Files.deleteIfExists(part);
        }
    }
}
