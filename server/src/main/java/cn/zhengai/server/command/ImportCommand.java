package cn.zhengai.server.command;

import cn.zhengai.collector.file.FileImport;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.mapping.ReasonText;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.server.run.Loop;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhengai import PATH}: takes in CSV files and workbooks and evaluates them, without a server. */
@Command(name = "import", description = "导入一个 CSV 文件或工作簿（xlsx），或一个文件夹中的全部这类文件", mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Parameters(paramLabel = "路径", description = "文件或文件夹（.csv、.csv.gz、.xlsx）")
    private Path path = Path.of(".");

    @Option(names = "--source", paramLabel = "来源", description = "这些文件属于哪个数据来源；不写时按 sources/*.yaml 里的文件名规则判断")
    private @Nullable String source;

    @Option(names = "--history", description = "作为历史数据导入：计入状态和考核，但不通知任何人")
    private boolean history;

    @Option(names = "--reason", paramLabel = "更正原因", description = "为什么报送这些值；行里自己写了原因的以行为准")
    private String reason = "";

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        Optional<String> because = ReasonText.plain(reason);
        if (because.filter(ReasonText::isTooLong).isPresent()) {
            say.error("更正原因（--reason）至多 " + BatchHead.LONGEST_REASON + " 个字，没有导入。请写短一些后重试。");
            return ExitCode.USAGE.number();
        }
        if (!Files.exists(path)) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, "没有这个文件或文件夹：" + path);
        }
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            FileImport files = run.files().because(because);
            long bytes = 0;
            for (Path file : files.files(path)) {
                bytes += Files.size(file);
            }
            List<FileOutcome> outcomes;
            Loop evaluating = run.evaluating();
            try (Bar bar = new Bar("导入", bytes, say)) {
                outcomes = files.run(path, Optional.ofNullable(source), history, bar);
            } finally {
                evaluating.close();
            }
            run.evaluateAll();
            return report(outcomes, say).number();
        }
    }

    private static ExitCode report(List<FileOutcome> outcomes, Say say) {
        long accepted = 0;
        long rejected = 0;
        boolean failed = false;
        for (FileOutcome outcome : outcomes) {
            say.line(outcome.file() + "：" + outcome.sentence());
            accepted += outcome.accepted();
            rejected += outcome.rejected();
            failed |=
                    outcome.status() == FileOutcome.Status.REFUSED || outcome.status() == FileOutcome.Status.POSTPONED;
        }
        say.line("共 " + outcomes.size() + " 个文件，接收 " + accepted + " 条，拒收 " + rejected + " 条。");
        return failed || rejected > 0 ? ExitCode.REJECTED : ExitCode.OK;
    }
}
