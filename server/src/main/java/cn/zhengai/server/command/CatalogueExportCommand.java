package cn.zhengai.server.command;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.ReadDocuments;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhengai catalogue export}: writes the catalogue as one workbook. */
@Command(name = "export", description = "把目录（组织、主体、质控点、目标、来源等）导出为一个工作簿", mixinStandardHelpOptions = true)
public final class CatalogueExportCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Option(names = "--from", paramLabel = "文件夹", description = "目录文件所在的文件夹（默认 数据目录/catalogue）")
    private @Nullable Path from;

    @Option(names = "--out", paramLabel = "文件", description = "写到哪个文件（默认 ${DEFAULT-VALUE}）", defaultValue = "诊改目录.xlsx")
    private Path out = Path.of("诊改目录.xlsx");

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        Path folder = from == null ? data.folder().resolve("catalogue") : from;
        ReadDocuments read = CatalogueFolder.documents(folder);
        if (read.reading().hasErrors()) {
            read.reading().findings().forEach(finding -> say.line(finding.toString()));
            say.error("目录 " + folder + " 有错误，没有导出。请先按上面的说明改好。");
            return ExitCode.BAD_CATALOGUE.number();
        }
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try (OutputStream to = Files.newOutputStream(part)) {
            CatalogueWorkbook.write(read.documents(), to);
        }
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        say.line("已导出：" + out.toAbsolutePath() + "。改好后用 zhengai check 检查，用 zhengai catalogue import 导入。");
        return ExitCode.OK.number();
    }
}
