package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction from the command line: why it was sent stays with the value, on the starter catalogue. */
class CorrectionsCommandTest {
    @TempDir
    Path folder;

    private Ran run(String... rest) throws IOException {
        String data = folder.resolve("data").toString();
        return Ran.command(
                folder,
                Stream.concat(Stream.of(rest), Stream.of("--data", data)).toArray(String[]::new));
    }

    private String file(String name, String... rows) throws IOException {
        String text = "point,subject,at,value,reason\n" + String.join("\n", rows) + "\n";
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void changesAndExplanationsSayWhy() throws IOException {
        String first =
                file("readings-1.csv", "school.bandwidth,全校,2026-10-10,8000,", "school.bandwidth,全校,2026-10-11,7000,");
        String second = file(
                "readings-2.csv", "school.bandwidth,全校,2026-10-10,8100,", "school.bandwidth,全校,2026-10-11,7100,出口扩容补记");
        assertThat(run("import", first).exit()).isZero();
        assertThat(run("import", second, "--reason", "学期末复核").exit()).isZero();

        assertThat(run("changes", "--since", "2").text()).contains("→ 8100", "更正原因：学期末复核", "更正原因：出口扩容补记", "共有 2 个");
        assertThat(run("explain", "band", "school.bandwidth", "school", "--at", "2026-10-10T12:00")
                        .text())
                .contains("更正原因：学期末复核", "曾为");
    }

    @Test
    void aReasonThatIsTooLongIsAMistakeOnTheCommandLine() throws IOException {
        run("import", file("readings-1.csv", "school.bandwidth,全校,2026-10-10,8000,"), "--reason", "长".repeat(501))
                .refused(2, "--reason", "500");
    }
}
