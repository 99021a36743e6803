package cn.zhengai.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.server.command.Say;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line speaks Chinese about itself, in help and about mistakes. */
class UsageTest {
    private final StringWriter said = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine(Say.toTerminal());
        PrintWriter to = new PrintWriter(said, true);
        line.setOut(to);
        line.setErr(to);
        line.getSubcommands().values().forEach(sub -> {
            sub.setOut(to);
            sub.setErr(to);
        });
        return line.execute(args);
    }

    @Test
    void onlyTheCommandThatIsAskedForIsBuilt() {
        Say say = Say.toTerminal();
        assertThat(Main.commandLine(say, "check", "folder").getSubcommands()).containsOnlyKeys("check");
        assertThat(Main.commandLine(say, "chekc").getSubcommands())
                .containsKeys("check", "serve", "retention")
                .hasSameSizeAs(Main.commandLine(say).getSubcommands());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --prt 1|没有选项“--prt”",
                "serv|没有命令“serv”。是不是想用“serve”",
                "serve more|多出来的参数“more”",
                "serve --port|缺少选项 --port",
                "serve --port x|选项 --port的值“x”不合适，应为整数",
                "serve --port 1 --port 2|选项 --port只能写一次",
                "check|缺少参数 目录",
                "export --format pdf|选项 --format的值“pdf”不合适，应为XLSX、CSV、JSON 之一"
            })
    void mistakesAreExplained(String line, String sentence) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(said.toString()).contains(sentence, "用法：zhengai");
        noEnglish();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "serve", "check", "import", "assess", "export", "key"})
    void helpIsChinese(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(said.toString()).contains("用法：zhengai", "显示这段说明");
        noEnglish();
    }

    @Test
    void withoutACommandItSaysHowItIsUsed() {
        assertThat(run()).isZero();
        assertThat(said.toString()).contains("用法：zhengai", "命令：", "选项：", "显示版本");
    }

    private void noEnglish() {
        assertThat(said.toString())
                .doesNotContain(
                        "Usage",
                        "Missing",
                        "Unknown",
                        "Unmatched",
                        "Invalid",
                        "Possible",
                        "Show",
                        "Print",
                        "help message");
    }
}
