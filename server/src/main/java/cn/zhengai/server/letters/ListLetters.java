package cn.zhengai.server.letters;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import cn.zhengai.messaging.kafka.rejected.LetterAccess;
import cn.zhengai.server.command.ExitCode;
import cn.zhengai.server.command.Say;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is open. */
@Command(name = "list", description = "列出没有重写的死信，从旧到新：先按原因给出条数，再逐条列出；写 --out 时另存为表格", mixinStandardHelpOptions = true)
final class ListLetters implements Callable<Integer> {
    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--reason", paramLabel = "原因", description = "只列这一原因，例如 MISPLACED（代码见列表）")
    private Optional<Reason> reason = Optional.empty();

    @Option(names = "--limit", paramLabel = "条数", defaultValue = "100", description = "最多列出多少条（默认 ${DEFAULT-VALUE}）")
    private int limit = 100;

    @Option(names = "--out", paramLabel = "文件", description = "另存为表格：文件名以 .xlsx 结尾是工作簿，否则是 CSV；不受 --limit 限制")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        try (LetterAccess access = kafka.open()) {
            List<DeadLetter> open = access.letters().open(Chosen.MOST);
            List<DeadLetter> wanted = open.stream()
                    .filter(letter -> reason.map(one -> letter.reason() == one).orElse(true))
                    .toList();
            counts(open, say);
            if (out.isPresent()) {
                LetterTable.write(wanted, out.get());
                say.line("已导出 " + wanted.size() + " 条：" + out.get().toAbsolutePath());
            } else {
                wanted.stream().limit(limit).forEach(letter -> say.line(LetterText.line(letter)));
                if (wanted.size() > limit) {
                    say.line("还有 " + (wanted.size() - limit) + " 条没有列出，请用 --limit 放宽，用 --reason 缩小范围，或用 --out 导出。");
                }
            }
            return ExitCode.OK.number();
        }
    }

    private static void counts(List<DeadLetter> open, Say say) {
        Map<Reason, Long> counts =
                open.stream().collect(Collectors.groupingBy(DeadLetter::reason, TreeMap::new, Collectors.counting()));
        counts.forEach((why, count) -> say.line(LetterText.reason(why) + "\t" + count));
        say.line(open.isEmpty() ? "没有待处理的死信。" : "待处理的死信共 " + Chosen.count(open) + " 条。");
    }
}
