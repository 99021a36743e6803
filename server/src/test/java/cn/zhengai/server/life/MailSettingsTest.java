package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail notices wait until somebody says how mail leaves, and then go. */
class MailSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void noticesWaitForMailSettingsAndGoWhenTheyAreThere() throws IOException {
        Path data = folder.resolve("data");
        SmallCollege.write(data, 9);
        Path settings = data.resolve("zhengai.yaml");
        Files.delete(settings);
        Path organisation = data.resolve("catalogue/organisation.yaml");
        Files.writeString(
                organisation, Files.readString(organisation).replace("{webhook: duty}", "{mail: jwc@haitang.example}"));
        Pusher sender = new Pusher(FreePorts.one(), Ran.key(data, "jwxt"));

        try (ServeProcess serve = ServeProcess.start(data, sender.port()).ready()) {
            assertThat(Files.readString(serve.log)).contains("尚未配置邮件服务器", "zhengai.yaml");
            for (String at : List.of("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")) {
                assertThat(sender.json(Pusher.row("C1", at, 80, 100)).statusCode())
                        .isEqualTo(200);
            }
            await(() -> Pusher.tree(serve.get("/api/v1/notices"))
                    .at("/items/0/answer")
                    .asText()
                    .equals("没有配置邮件，配置并重新启动后发送"));
            assertThat(Pusher.tree(serve.get("/api/v1/notices"))
                            .at("/unconfigured/mail")
                            .asInt())
                    .isEqualTo(1);
            assertThat(serve.get("/").body()).contains("条邮件通知在等待邮件设置", "smtp.example.edu.cn");
            assertThat(serve.get("/metrics").body()).as("nothing to do").contains("zhengai_work_left 0.0");
        }
        try (ServeProcess serve = ServeProcess.start(data, sender.port()).ready()) {
            await(() -> Files.readString(serve.log).contains("有 1 条邮件通知在等待邮件设置"));
        }
        Files.writeString(settings, "mail: {pickup: mail, from: zhengai@haitang.example}\n");
        try (ServeProcess serve = ServeProcess.start(data, sender.port()).ready()) {
            await(() -> Pusher.tree(serve.get("/api/v1/notices"))
                    .at("/items/0/state")
                    .asText()
                    .equals("DELIVERED"));
            assertThat(serve.get("/").body()).doesNotContain("条邮件通知在等待邮件设置");
        }
        try (Stream<Path> mails = Files.list(data.resolve("mail"))) {
            assertThat(mails).hasSize(1);
        }
    }

    private interface Question {
        boolean ask() throws IOException;
    }

    private static void await(Question question) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!question.ask() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(question.ask()).isTrue();
    }
}
