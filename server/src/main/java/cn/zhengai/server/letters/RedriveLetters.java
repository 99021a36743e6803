package cn.zhengai.server.letters;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import cn.zhengai.messaging.kafka.rejected.LetterAccess;
import cn.zhengai.server.command.ExitCode;
import cn.zhengai.server.command.Say;
import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drives letters again. */
@Command(
        name = "redrive",
        description = {
            "把死信重新写进 zhengai.readings：写出处，或 --all 全部，或 --reason 某一原因的全部",
            "先改好目录或写入方再重写；仍读不成采集值的会成为新的死信。同一个采集值写多少次都只算一次"
        },
        mixinStandardHelpOptions = true)
final class RedriveLetters implements Callable<Integer> {
    private static final int AT_ONCE = 1000;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "出处", arity = "0..*", description = "例如 zhengai.readings-3@1234 zhengai.readings-0@17")
    private List<String> origins = new ArrayList<>();

    @Option(names = "--all", description = "全部待处理的死信")
    private boolean all;

    @Option(names = "--reason", paramLabel = "原因", description = "某一原因的全部，例如 UNKNOWN_SUBJECT")
    private Optional<Reason> reason = Optional.empty();

    @Option(names = "--value", paramLabel = "文件", description = "改好的值（JSON），代替原来的；只用于一条")
    private Optional<Path> value = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        int ways = (origins.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (reason.isPresent() ? 1 : 0);
        if (ways != 1) {
            say.error("请写出处、--all、--reason 三者之一。");
            return ExitCode.USAGE.number();
        }
        if (value.isPresent() && origins.size() != 1) {
            say.error("--value 只用于一条：请写一个出处。");
            return ExitCode.USAGE.number();
        }
        try (LetterAccess access = kafka.open()) {
            List<DeadLetter> letters = chosen(access.letters().open(Chosen.MOST));
            for (int i = 0; i < letters.size(); i += AT_ONCE) {
                access.letters().redrive(letters.subList(i, Math.min(letters.size(), i + AT_ONCE)));
            }
            say.line(letters.isEmpty() ? "没有要重写的死信。" : "已重写 " + letters.size() + " 条。仍读不成采集值的会成为新的死信，稍后用 list 查看。");
            return ExitCode.OK.number();
        }
    }

    private List<DeadLetter> chosen(List<DeadLetter> open) throws IOException {
        if (all) {
            return open;
        }
        if (reason.isPresent()) {
            return open.stream()
                    .filter(letter -> letter.reason() == reason.get())
                    .toList();
        }
        List<DeadLetter> named = Chosen.of(open, origins);
        return value.isPresent() ? List.of(named.get(0).mended(read(value.get()))) : named;
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, "没有文件 " + file + "。请核对 --value。");
        }
        return Files.readAllBytes(file);
    }
}
