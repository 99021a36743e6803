package cn.zhengai.server.command;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.catalogue.ReadDocuments;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code zhengai catalogue import FILE.xlsx}: takes a workbook over as the catalogue, whole or not at all. What was there
 * is kept beside it, under the time of the import.
 */
@Command(name = "import", description = "检查工作簿，没有错误时用它替换目录；有错误时写出标好位置的批注副本", mixinStandardHelpOptions = true)
public final class CatalogueImportCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final InstantSource time = Clocks.system();

    @Mixin
    private final FolderOption data = new FolderOption();

    @ArgGroup(exclusive = false, heading = "写进变更说明（可不写）：%n")
    private @Nullable NoteOptions note;

    @Parameters(paramLabel = "工作簿", description = "xlsx 文件，由 zhengai catalogue export 导出后修改而成")
    private Path file = Path.of(".");

    @Option(names = "--into", paramLabel = "文件夹", description = "目录文件所在的文件夹（默认 数据目录/catalogue）")
    private @Nullable Path into;

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        Path folder = into == null ? data.folder().resolve("catalogue") : into;
        String said = note == null ? "" : note.text();
        ReadDocuments read = CatalogueWorkbook.read(file);
        read.reading().findings().forEach(finding -> say.line(finding.toString()));
        if (read.reading().hasErrors()) {
            WorkbookAnswer.annotate(file, read.reading().findings(), say);
            say.error("工作簿有错误，没有导入，目录没有改动。");
            return ExitCode.BAD_CATALOGUE.number();
        }
        Path kept = WholeFolder.replace(folder, stamp(read.reading()), part -> fill(part, folder, read, said));
        say.line("已导入：" + folder.toAbsolutePath() + "。"
                + (Files.exists(kept) ? "原来的目录保留在 " + kept.toAbsolutePath() + "。" : "")
                + "正在运行的服务几秒内采用。");
        return ExitCode.OK.number();
    }

    private String stamp(CatalogueReading reading) {
        ZoneId zone = reading.catalogue().orElseThrow().zone();
        return "before-" + STAMP.format(time.instant().atZone(zone));
    }

    private static void fill(Path part, Path before, ReadDocuments read, String note) throws IOException {
        WholeFolder.copy(before, part, path -> !path.matches(".*\\.ya?ml") || path.equals(ChangeNote.FILE));
        CatalogueFolder.write(read.documents(), part);
        if (!note.isEmpty()) {
            Files.writeString(part.resolve(ChangeNote.FILE), note);
        }
    }
}
