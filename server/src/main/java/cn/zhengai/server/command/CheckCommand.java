package cn.zhengai.server.command;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.core.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zhengai check DIR}: reads a catalogue folder and says everything that is wrong with it. */
@Command(name = "check", description = "检查目录文件（YAML），逐条给出文件、行、列和修改办法", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "目录", description = "目录文件所在的文件夹，例如 data/catalogue")
    private Path folder = Path.of(".");

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        CatalogueReading reading = CatalogueFolder.read(folder);
        reading.findings().forEach(finding -> say.line(finding.toString()));
        if (reading.catalogue().isEmpty()) {
            say.error("目录有错误，共 " + reading.findings().size() + " 条提示。请按上面的说明修改后再检查。");
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
}
