package cn.zhengai.server.letters;

import cn.zhengai.messaging.kafka.rejected.DeadLetter;
import cn.zhengai.messaging.kafka.rejected.LetterAccess;
import cn.zhengai.server.command.ExitCode;
import cn.zhengai.server.command.Say;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows all of one. */
@Command(name = "show", description = "一条死信的全部内容：出处、原因、键、消息头和值", mixinStandardHelpOptions = true)
final class ShowLetter implements Callable<Integer> {
    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "出处", description = "例如 zhengai.readings-3@1234")
    private String origin = "";

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        try (LetterAccess access = kafka.open()) {
            DeadLetter letter = Chosen.of(access.letters().open(Chosen.MOST), List.of(origin))
                    .get(0);
            say.line("出处    " + letter.origin());
            say.line("原因    " + LetterText.reason(letter.reason()));
            say.line("说明    " + letter.detail());
            say.line("时间    " + LetterText.time(letter));
            say.line("重写    " + letter.tries() + " 次");
            say.line("键      " + letter.keyText());
            letter.headerTexts().forEach(header -> say.line("消息头  " + header));
            say.line("值      " + (letter.value().isEmpty() ? "（没有值）" : letter.valueText()));
            return ExitCode.OK.number();
        }
    }
}
