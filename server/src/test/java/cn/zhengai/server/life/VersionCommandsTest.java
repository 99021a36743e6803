package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue's versions on the command line. */
class VersionCommandsTest {
    @TempDir
    Path folder;

    private String ran(Path data, String... arguments) throws IOException {
        String[] all = new String[arguments.length + 3];
        all[0] = "catalogue";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = data.toString();
        Ran ran = Ran.command(folder, all);
        assertThat(ran.exit()).as(ran.text()).isZero();
        return ran.text();
    }

    @Test
    void publishListCompareAndShow() throws IOException {
        Path data = folder.resolve("data");
        SmallCollege.write(data, 1);
        assertThat(ran(data, "versions")).contains("第 1 版\t自始施行", "首次采用", "[现行]");
        Path points = data.resolve("catalogue/points/course.yaml");
        Files.writeString(points, Files.readString(points).replace("warning: 90", "warning: 92"));

        String published = ran(data, "publish", "--author", "李主任", "--reason", "学校“提质”\"决定\"", "--from", "2026-01-01");

        assertThat(published).contains("现为目录第 2 版（自 2026-01-01 起施行，由 李主任 发布：学校“提质”\"决定\"）");
        assertThat(data.resolve("catalogue/CHANGE.yaml")).doesNotExist();
        assertThat(ran(data, "diff", "2")).contains("质控点“学生签到率”（course.attendance）：预警值 < 90 → < 92", "共 1 处改动");
        assertThat(ran(data, "show", "1", "points/course.yaml")).contains("warning: 90");
        Files.writeString(data.resolve("catalogue/CHANGE.yaml"), "from: gestern\n");
        Ran.command(folder, "check", data.resolve("catalogue").toString()).refused(4, "CHANGE.yaml:1:7", "施行日期读不懂");
        Files.delete(data.resolve("catalogue/CHANGE.yaml"));
        Ran.command(folder, "catalogue", "diff", "2", "7", "--data", data.toString())
                .refused(9, "目录没有第 7 版");
        assertThat(ran(data, "publish")).as("nothing new").contains("现为目录第 2 版");
    }
}
