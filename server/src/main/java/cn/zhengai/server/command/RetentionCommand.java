package cn.zhengai.server.command;

import cn.zhengai.core.catalogue.Retention;
import cn.zhengai.core.port.RetentionLedger.Erasure;
import cn.zhengai.server.retention.RetentionClerk;
import cn.zhengai.server.retention.Sentences;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhengai retention}: what has been erased, whether the proofs hold, and erasing at once. */
@Command(name = "retention", description = "查看到期清除的记录并核对证明；--apply 立即清除到期的数据", mixinStandardHelpOptions = true)
public final class RetentionCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Option(names = "--apply", description = "现在就按 zhengai.yaml 的 retention 清除到期的数据（运行中的服务会自己做）")
    private boolean apply;

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            RetentionClerk clerk = run.retentionClerk();
            if (run.settings().retention().equals(Retention.FOR_GOOD)) {
                say.line("zhengai.yaml 里没有 retention，数据长期保存。例如 retention: {student: P5Y, rejections: P1Y}");
            }
            if (apply) {
                run.evaluateAll();
                clerk.eraseDue();
            }
            List<Erasure> all = run.stores().ledger().retention().erasures();
            all.forEach(one -> say.line(Sentences.of(one) + "  印记 " + one.seal()));
            Optional<Long> broken = clerk.brokenProof();
            if (broken.isPresent()) {
                say.error("第 " + broken.get() + " 号清除记录与印记不符：记录被改动过，或此前缺了记录。请用备份核对台账。");
                return ExitCode.UNSOUND.number();
            }
            say.line("共 " + all.size() + " 次清除，印记全部相符。");
            return ExitCode.OK.number();
        }
    }
}
