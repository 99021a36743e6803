package cn.zhengai.server.command;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Explanations;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.catalogue.reference.Nearest;
import cn.zhengai.core.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhengai check DIR} or {@code FILE.xlsx}: reads a catalogue and says everything that is wrong with it. */
@Command(name = "check", description = "检查目录文件（YAML）或目录工作簿（xlsx），逐条给出位置和修改办法", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "目录", description = "目录文件所在的文件夹，例如 data/catalogue；或一个 xlsx 工作簿")
    private Path folder = Path.of(".");

    @Option(names = "--explain", paramLabel = "代号", description = "解释一条检查：为什么、例子、怎样改，例如 lines-contradict")
    private String explain = "";

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        if (!explain.isEmpty()) {
            return explain(say);
        }
        boolean workbook = folder.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx") && !Files.isDirectory(folder);
        CatalogueReading reading = workbook ? CatalogueWorkbook.read(folder).reading() : CatalogueFolder.read(folder);
        reading.findings().forEach(finding -> say.line(finding.toString()));
        if (workbook && !reading.findings().isEmpty()) {
            WorkbookAnswer.annotate(folder, reading.findings(), say);
        }
        if (reading.catalogue().isEmpty()) {
            say.error("目录有错误，共 " + reading.findings().size() + " 条提示。请按上面的说明修改后再检查。");
            return ExitCode.BAD_CATALOGUE.number();
        }
        List<Finding> note = workbook ? List.of() : ChangeNote.read(folder).findings();
        if (!note.isEmpty()) {
            note.forEach(finding -> say.line(finding.toString()));
            say.error("变更说明 " + ChangeNote.FILE + " 有错误，目录的改动不会采用。请按上面的说明修改后再检查。");
            return ExitCode.BAD_CATALOGUE.number();
        }
        Catalogue c = reading.catalogue().get();
        say.line(String.format(
                Locale.ROOT,
                "目录检查通过：%s，%d 个单位，%d 个诊改主体，%d 个质控点，%d 个周期，%d 项目标，%d 个数据来源；提示 %d 条。",
                c.college(),
                c.tree().units().size(),
                c.subjects().size(),
                c.points().size(),
                c.cycles().size(),
                c.goals().size(),
                c.sources().size(),
                reading.findings().size()));
        return ExitCode.OK.number();
    }

    private int explain(Say say) {
        Optional<Code> code = Code.of(explain);
        code.ifPresentOrElse(
                known -> say.line(Explanations.of(known)),
                () -> say.error("没有代号为“%s”的检查%s；代号是检查结果方括号里的词，全部列在 docs/lint.md。"
                        .formatted(explain, Nearest.suggestion(explain, Code.labels()))));
        return (code.isPresent() ? ExitCode.OK : ExitCode.NOT_FOUND).number();
    }
}
