package cn.zhengai.server.command;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.export.Exports;
import cn.zhengai.assessment.export.Format;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
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

/** {@code zhengai export CYCLE}: writes the newest assessment of a cycle to a file. */
@Command(name = "export", description = "把一个周期最近一次考核结果导出为 xlsx、csv 或 json", mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Mixin
    private final CycleOption which = new CycleOption();

    @Option(
            names = "--format",
            paramLabel = "格式",
            description = "${COMPLETION-CANDIDATES}（默认 ${DEFAULT-VALUE}）",
            defaultValue = "XLSX")
    private Format format = Format.XLSX;

    @Option(names = "--out", paramLabel = "文件", description = "写到哪个文件（默认 考核结果-周期.格式）")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            String cycle = which.id(run.catalogue(), Clocks.system().instant());
            CollegeAssessment result = run.assessments()
                    .newest(cycle)
                    .orElseThrow(() -> new Refusal(
                            Refusal.Cause.NOT_FOUND, "周期“" + cycle + "”还没有考核结果。请先执行 zhengai assess " + cycle + "。"));
            Path file = out == null ? Path.of("考核结果-" + cycle + "." + format.extension()) : out;
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (OutputStream to = Files.newOutputStream(part)) {
                Exports.write(result, format, to);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            say.line("已导出：" + file.toAbsolutePath());
            return ExitCode.OK.number();
        }
    }
}
