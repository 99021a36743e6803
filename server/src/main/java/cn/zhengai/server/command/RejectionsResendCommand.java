package cn.zhengai.server.command;

import cn.zhengai.collector.rejection.CorrectedWorkbook;
import cn.zhengai.collector.rejection.CorrectedWorkbook.Outcome;
import cn.zhengai.collector.rejection.DeskRefused;
import cn.zhengai.collector.rejection.Words;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.workbook.UnreadableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhengai rejections resend FILE}: takes an exported workbook back that people have put right. */
@Command(name = "resend", description = "交回改好的工作簿（由 export 导出的 .xlsx）：改过的行补报，没有改的行不动", mixinStandardHelpOptions = true)
public final class RejectionsResendCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Parameters(paramLabel = "文件", description = "改好的 .xlsx")
    private Path file = Path.of("rejections.xlsx");

    @Option(names = "--by", paramLabel = "姓名", required = true, description = "谁改的")
    private String by = "";

    @Option(names = "--why", paramLabel = "理由", required = true, description = "为什么这样改")
    private String why = "";

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            Outcome outcome = CorrectedWorkbook.send(file, run.rejections(), Words.of(by, why));
            run.evaluateAll();
            return tell(outcome, say).number();
        } catch (UnreadableWorkbook unreadable) {
            say.error(file + "：" + unreadable.why().chinese());
            return ExitCode.NOT_FOUND.number();
        } catch (DeskRefused refused) {
            return RejectionsCommand.refused(refused, say);
        }
    }

    private ExitCode tell(Outcome outcome, Say say) {
        if (!outcome.ours()) {
            say.error(file + " 不是 zhengai rejections export 导出的工作簿：没有哪张表以“拒收编号、行号、原因、说明”四列开头。什么也没有报送。");
            return ExitCode.REJECTED;
        }
        outcome.refused().forEach(say::error);
        say.line("已补报 " + outcome.resent().repaired() + " 条，接收采集值 "
                + outcome.resent().readings() + " 个；改过但仍不合格 " + outcome.resent().open() + " 条；没有改的 "
                + outcome.unchanged()
                + " 行没有动；没有报送 " + outcome.refused().size() + " 行。");
        boolean clean = outcome.resent().open() == 0 && outcome.refused().isEmpty();
        return clean ? ExitCode.OK : ExitCode.REJECTED;
    }
}
