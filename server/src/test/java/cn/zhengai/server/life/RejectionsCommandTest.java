package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhengai rejections} from the command line, on the starter catalogue. */
class RejectionsCommandTest {
    @TempDir
    Path folder;

    private Ran run(String... rest) throws IOException {
        String[] all = new String[rest.length + 2];
        System.arraycopy(rest, 0, all, 0, rest.length);
        all[rest.length] = "--data";
        all[rest.length + 1] = folder.resolve("data").toString();
        return Ran.command(folder, all);
    }

    @Test
    void aRowIsListedShownPutRightAndSettled() throws IOException {
        Path file = Files.writeString(folder.resolve("readings-1.csv"), """
                point,subject,at,value,numerator,denominator
                school.bandwidth,全校,2026-10-10,八千,,
                school.bandwidth,全小,2026-10-11,8000,,
                """);
        assertThat(run("import", file.toString()).exit()).isEqualTo(10);
        assertThat(run("rejections", "list", "--source", "drop").text()).contains("R-1-1", "R-1-2", "共 2 条");
        assertThat(run("rejections", "show", "R-1-1").text()).contains("value = 八千");
        String[] words = {"--by", "王芳", "--why", "核对原表"};
        Ran repaired =
                run("rejections", "repair", "R-1-1", "--set", "value=8000", words[0], words[1], words[2], words[3]);
        assertThat(repaired.text()).contains("已补报 1 条");
        assertThat(repaired.exit()).isZero();
        assertThat(run("rejections", "retry", words[0], words[1], words[2], words[3])
                        .text())
                .contains("仍待处理 1 条");
        Path out = folder.resolve("open.csv");
        run("rejections", "export", "--out", out.toString());
        assertThat(Files.readString(out)).contains("R-1-2", "全小").doesNotContain("R-1-1");
        Path book = folder.resolve("open.xlsx");
        assertThat(run("rejections", "export", "--out", book.toString()).text()).contains("已导出 1 行", "resend");
        Ran untouched = run("rejections", "resend", book.toString(), words[0], words[1], words[2], words[3]);
        assertThat(untouched.text()).contains("没有改的 1 行没有动");
        assertThat(untouched.exit()).isZero();
        assertThat(run("rejections", "resend", file.toString(), words[0], words[1], words[2], words[3])
                        .refused(9, "不是 xlsx")
                        .exit())
                .isEqualTo(9);
        assertThat(run("rejections", "dismiss", "R-1-2", words[0], words[1], words[2], words[3])
                        .text())
                .contains("已忽略");
        assertThat(run("rejections", "dismiss", "R-1-2", words[0], words[1], words[2], words[3])
                        .exit())
                .isEqualTo(10);
        assertThat(run("rejections", "show", "R-9-9").exit()).isEqualTo(9);
        assertThat(run("rejections", "list", "--status", "REPAIRED").text()).contains("R-1-1");
    }
}
