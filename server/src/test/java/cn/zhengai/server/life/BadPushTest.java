package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.net.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What business systems get wrong, sent to a running process: each the right answer, and nothing taken that should not be. */
class BadPushTest {
    private static final int MEGABYTE = 1 << 20;
    private static final AtomicInteger MINUTE = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static ServeProcess serve;
    private static Pusher sender;

    @BeforeAll
    static void start() throws IOException {
        Path data = folder.resolve("data");
        SmallCollege.write(data, 9);
        Files.writeString(
                data.resolve("zhengai.yaml"),
                "push: {largest-megabytes: 2, in-flight-megabytes: 5}\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(
                data.resolve("catalogue/points/course.yaml"),
                "  - {id: course.score, name: 平均成绩, unit: 分, direction: higher, roll-up: mean, cadence: monthly,"
                        + " weight: 1, owner: jwc, plausible: 0..100, target: 85, standard: 70, warning: 60}\n",
                StandardOpenOption.APPEND);
        sender = new Pusher(FreePorts.one(), Ran.key(data, "undeclared"));
        serve = ServeProcess.start(data, sender.port()).ready();
    }

    @AfterAll
    static void stop() throws IOException {
        serve.close();
    }

    /** A good row of course C1, never the same. */
    private static String good() {
        return Pusher.row(
                "C1",
                Instant.parse("2026-03-01T00:00:00Z")
                        .plus(MINUTE.incrementAndGet(), ChronoUnit.MINUTES)
                        .toString(),
                39,
                40);
    }

    /** Readings that the product has, of all courses. */
    private static int taken() throws IOException {
        int all = 0;
        for (String point : new String[] {SmallCollege.POINT, "course.score"}) {
            for (int course = 0; course < SmallCollege.COURSES; course++) {
                JsonNode one = Pusher.tree(serve.get("/api/v1/series/" + point + "/C" + course));
                all += one.path("readings").asInt();
            }
        }
        return all;
    }

    private interface Sending {
        HttpResponse<String> send() throws IOException;
    }

    /** Sends, gets this status with a sentence, and nothing was taken. */
    private static void refusedWhole(int status, Sending sending) throws IOException {
        int before = taken();
        Pusher.refused(sending.send(), status);
        assertThat(taken()).isEqualTo(before);
    }

    @Test
    void anUnknownKey() throws IOException {
        Pusher stranger = new Pusher(sender.port(), "zg_unknown");
        refusedWhole(401, () -> stranger.json(good()));
        refusedWhole(401, () -> stranger.post("/api/v2/write", "x v=1".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[GOOD,", "[GOOD", "GOODGOOD", "[GOOD,]", "{\"readings\":GOOD", "point=1", "", "\u0000"})
    void malformedOrTruncatedJson(String body) throws IOException {
        refusedWhole(400, () -> sender.json(body.replace("GOOD", good())));
    }

    @Test
    void aTruncatedBodyOfAConnectionThatBreaks() throws IOException {
        int before = taken();
        try (Socket socket = connection("[" + good(), 10_000)) {
            socket.getOutputStream().flush();
        }
        assertThat(sender.json("[" + good() + "]").statusCode()).isEqualTo(200);
        assertThat(taken()).isEqualTo(before + 1);
    }

    @Test
    void aHugeBody() throws IOException {
        byte[] huge = new byte[3 * MEGABYTE];
        Arrays.fill(huge, (byte) ' ');
        refusedWhole(413, () -> sender.json(huge));
    }

    @Test
    void aSmallBodyThatUnpacksToAHugeOne() throws IOException {
        byte[] bomb = Pusher.gzip(new byte[200 * MEGABYTE]);
        assertThat(bomb.length).isLessThan(MEGABYTE);
        refusedWhole(413, () -> sender.json(bomb, "Content-Encoding", "gzip"));
    }

    @Test
    void packedBodiesThatAreCutOrNotPackedAtAll() throws IOException {
        byte[] packed = Pusher.gzip(good().getBytes(StandardCharsets.UTF_8));
        refusedWhole(400, () -> sender.json(Arrays.copyOf(packed, packed.length - 9), "Content-Encoding", "gzip"));
        refusedWhole(400, () -> sender.json(good().getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip"));
        refusedWhole(415, () -> sender.json(packed, "Content-Encoding", "br"));
    }

    @Test
    void anotherEncoding() throws IOException {
        byte[] body = good().replace("C1", "课程1").getBytes(Charset.forName("GB18030"));
        refusedWhole(400, () -> sender.json(body));
        byte[] bad = "{\"subject\":\"课程".getBytes(Charset.forName("GB18030"));
        byte[] line = ("\n" + good()).getBytes(StandardCharsets.UTF_8);
        byte[] lines = Arrays.copyOf(bad, bad.length + line.length);
        System.arraycopy(line, 0, lines, bad.length, line.length);
        HttpResponse<String> answer = sender.post("/api/v1/readings", lines, "Content-Type", "application/x-ndjson");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Pusher.tree(answer).at("/results/0/reason").asText()).isEqualTo("BAD_ENCODING");
        assertThat(Pusher.tree(answer).path("accepted").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'point':'course.score','subject':'C1','at':'2026-03-01','value':NaN} | NOT_FINITE",
                "{'point':'course.score','subject':'C1','at':'2026-03-01','value':Infinity} | NOT_FINITE",
                "{'point':'course.score','subject':'C1','at':'2026-03-01','value':'-inf'} | NOT_FINITE",
                "{'point':'course.score','subject':'C1','at':'2026-03-01','value':1e999} | TOO_LARGE",
                "{'point':'course.score','subject':'C1','at':'2199-01-01','value':90} | IN_FUTURE",
                "{'point':'course.scores','subject':'C1','at':'2026-03-01','value':90} | UNKNOWN_POINT",
                "{'point':'course.score','subject':'C99','at':'2026-03-01','value':90} | UNKNOWN_SUBJECT",
                "{'point':'course.score','subject':'C1','at':'2026-03-01','value':'90%'} | WRONG_UNIT",
                "{'point':'course.score','subject':'C1','at':'2026-03-01','value':101} | IMPLAUSIBLE",
                "{'point':'course.attendance','subject':'C1','at':'2026-03-01','numerator':112,'denominator':100}"
                        + " | IMPLAUSIBLE",
                "{'point':'course.attendance','subject':'C1','at':'2026-03-01','value':112} | NO_DENOMINATOR",
                "{'point':'course.attendance','subject':'C1','at':'2026-03-01','numerator':1,'denominator':0}"
                        + " | BAD_DENOMINATOR"
            })
    void aRowThatIsNoReading(String quoted, String reason) throws IOException {
        int before = taken();
        String bad = quoted.replace('\'', '"');
        HttpResponse<String> answer = sender.json("[" + good() + "," + bad + "]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode result = Pusher.tree(answer).at("/results/1");
        assertThat(result.path("reason").asText()).isEqualTo(reason);
        assertThat(result.path("message").asText()).containsPattern("\\p{IsHan}");
        assertThat(taken()).as("the good one alone").isEqualTo(before + 1);
        refusedWhole(422, () -> sender.json(bad));
    }

    @Test
    void theSameAgain() throws IOException {
        int before = taken();
        byte[] body = ("[" + good() + ",{}]").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> first = sender.json(body, "Idempotency-Key", "monday");
        HttpResponse<String> again = sender.json(body, "Idempotency-Key", "monday");
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sender.json(body).statusCode()).as("without a key").isEqualTo(200);
        assertThat(taken()).isEqualTo(before + 1);
        refusedWhole(422, () -> sender.json(good().getBytes(StandardCharsets.UTF_8), "Idempotency-Key", "monday"));
    }

    /** Of three slow senders two hold nearly all the room: the third, and any large body then, is asked to come back. */
    @Test
    void whenThereIsTooMuchInHand() throws IOException {
        byte[] large = ("[" + good() + " ".repeat(3 * MEGABYTE / 2) + "]").getBytes(StandardCharsets.UTF_8);
        String slow = "[" + good() + " ".repeat(MEGABYTE + 200_000);
        int before = taken();
        try (Socket one = connection(slow, 2 * MEGABYTE);
                Socket two = connection(slow, 2 * MEGABYTE);
                Socket three = connection(slow, 2 * MEGABYTE)) {
            awaitAnswer(List.of(one, two, three));
            HttpResponse<String> answer = sender.json(large);
            Pusher.refused(answer, 429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(sender.json("[" + good() + "]").statusCode())
                    .as("a small one has room")
                    .isEqualTo(200);
        }
        HttpResponse<String> later = sender.json(large);
        for (int i = 0; i < 2000 && later.statusCode() == 429; i++) {
            later = sender.json(large);
        }
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(taken()).isEqualTo(before + 2);
    }

    /** However many senders dawdle, pages and probes are answered, and the senders beyond are asked to come back. */
    @Test
    void slowSendersDoNotKeepOthersWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 72; i++) {
                slow.add(connection("[", 1000));
            }
            awaitAnswer(slow);
            URI health = URI.create("http://127.0.0.1:" + sender.port() + "/health");
            HttpRequest probe = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            assertThat(ServeProcess.send(probe).statusCode()).isEqualTo(200);
            Pusher.refused(sender.json("[" + good() + "]"), 429);
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
        HttpResponse<String> later = sender.json("[" + good() + "]");
        for (int i = 0; i < 2000 && later.statusCode() == 429; i++) {
            later = sender.json("[" + good() + "]");
        }
        assertThat(later.statusCode()).isEqualTo(200);
    }

    /** Waits until one of them is answered, or its connection ended. */
    private static void awaitAnswer(List<Socket> sockets) throws IOException {
        for (int i = 0; i < 1000; i++) {
            Socket socket = sockets.get(i % sockets.size());
            socket.setSoTimeout(20);
            try {
                socket.getInputStream().read();
                return;
            } catch (SocketTimeoutException notYet) {
                assertThat(socket.isConnected()).isTrue();
            } catch (SocketException ended) {
                return;
            }
        }
        throw new AssertionError("no slow sender was refused");
    }

    /** A request whose body has begun but does not end. */
    private static Socket connection(String begun, int promised) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), sender.port());
        String head = "POST /api/v1/readings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + sender.key()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + promised + "\r\n\r\n";
        socket.getOutputStream().write((head + begun).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void linesOfLineProtocol() throws IOException {
        refusedWhole(400, () -> sender.post("/api/v2/write", "no line".getBytes(StandardCharsets.UTF_8)));
        refusedWhole(
                400,
                () -> sender.post(
                        "/api/v2/write?precision=days",
                        "course.score,subject=C1 value=1 1".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void placesThatAreNotThere() throws IOException {
        assertThat(serve.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(serve.get("/api/v1/assessments/2062").statusCode()).isEqualTo(404);
        assertThat(serve.get("/api/v1/series/course.score/C99").statusCode()).isEqualTo(404);
        assertThat(serve.get("/api/v1/warnings?limit=many").statusCode()).isEqualTo(400);
    }
}
