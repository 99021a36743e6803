package cn.zhengai.collector.push;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.intake.Submission;
import cn.zhengai.collector.intake.Taken;
import cn.zhengai.collector.json.JsonLines;
import cn.zhengai.collector.json.JsonRows;
import cn.zhengai.collector.json.MalformedJson;
import cn.zhengai.collector.lineprotocol.LineMapping;
import cn.zhengai.collector.lineprotocol.LineParser;
import cn.zhengai.collector.lineprotocol.LineRows;
import cn.zhengai.collector.lineprotocol.Precision;
import cn.zhengai.collector.mapping.ReasonText;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.reading.BatchHead;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes pushed readings. A yes (200, 204, or 400 with {@code partial write}) means that what was accepted is durable. A
 * refusal of the whole request means that nothing of it has a receipt; sending it again is harmless. Safe for use by
 * many threads.
 */
public final class PushDesk {
    /** Largest body, unpacked, unless told otherwise: 32 MiB. */
    public static final int DEFAULT_LIMIT = 32 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PushDesk.class);
    private static final int LONGEST_KEY = 255;

    private final IntakeDesk desk;
    private final Gate gate;
    private final int limit;
    private final InstantSource time;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    /** @param limit most bytes of an unpacked body */
    public PushDesk(IntakeDesk desk, Gate gate, int limit, InstantSource time) {
        this.desk = desk;
        this.gate = gate;
        this.limit = limit;
        this.time = time;
    }

    /** Takes one request and says what to answer; never throws for what the sender or the outside did. */
    public PushAnswer push(PushRequest request) {
        try {
            return admitted(request);
        } catch (PushRefused refused) {
            return refuse(request, refused);
        } catch (PortException failed) {
            LOG.warn("readings of {} were not taken: {}", request.source(), failed.trouble(), failed);
            String sentence = "数据没有存下（" + failed.trouble().chinese() + "），请稍后重发同样的内容。";
            return refuse(request, new PushRefused(Refusal.of(failed.trouble()), sentence));
        }
    }

    private PushAnswer refuse(PushRequest request, PushRefused refused) {
        desk.meter()
                .refused(
                        request.source(),
                        request.format().way(),
                        refused.refusal().code());
        return Answers.refusal(request.format(), refused);
    }

    private PushAnswer admitted(PushRequest request) throws PushRefused {
        Optional<Gate.Pass> entered = gate.enter();
        if (entered.isEmpty()) {
            throw Body.busy();
        }
        try (Gate.Pass pass = entered.get()) {
            Body body = Body.read(request, limit, pass);
            String digest = body.digest();
            Instant now = time.instant();
            String id = batchId(request, digest, now);
            if (!inHand.add(id)) {
                throw new PushRefused(Refusal.KEY_IN_USE, "同一个 Idempotency-Key 的请求正在处理，请稍后重发。");
            }
            try {
                return take(request, body, new Batch(id, digest, now));
            } finally {
                inHand.remove(id);
            }
        }
    }

    private static String batchId(PushRequest request, String digest, Instant now) throws PushRefused {
        String name = request.idempotencyKey().map(key -> "key\n" + key).orElse("at\n" + now + "\n" + digest);
        if (request.idempotencyKey().filter(key -> key.length() > LONGEST_KEY).isPresent()) {
            throw new PushRefused(Refusal.MALFORMED, "Idempotency-Key 至多 " + LONGEST_KEY + " 个字符。");
        }
        MessageDigest sha = Body.sha256();
        sha.update((request.source() + "\n" + name).getBytes(StandardCharsets.UTF_8));
        return request.source() + "-" + HexFormat.of().formatHex(sha.digest(), 0, 12);
    }

    private PushAnswer take(PushRequest request, Body body, Batch batch) throws PushRefused {
        Optional<Receipt> before = desk.receipt(batch.id);
        if (before.isPresent()) {
            return again(request, before.get(), batch.digest);
        }
        SourceMapping declared = desk.mappingOf(request.source());
        boolean lines = request.format().isLineProtocol();
        SourceMapping mapping = lines ? LineMapping.of(declared) : declared;
        RowResults results = new RowResults(batch.digest, !lines);
        RowSource rows = lines ? lines(request, body, mapping, batch.now) : json(request, body);
        boolean history = request.history() || declared.history();
        Submission submission = new Submission(
                batch.id,
                request.format().way(),
                mapping,
                history,
                body.length(),
                rows,
                results,
                reason(request),
                results::answer);
        try {
            Taken taken = desk.take(submission);
            return answer(request.format(), taken.receipt());
        } catch (IOException bad) {
            throw new PushRefused(Refusal.MALFORMED, "正文读到一半出错（" + bad.getMessage() + "），请修正后重发。");
        }
    }

    private static Optional<String> reason(PushRequest request) throws PushRefused {
        Optional<String> reason = request.reason().flatMap(ReasonText::plain);
        if (reason.filter(ReasonText::isTooLong).isPresent()) {
            throw new PushRefused(Refusal.MALFORMED, "X-Reason 至多 " + BatchHead.LONGEST_REASON + " 个字。请写短一些后重发。");
        }
        return reason;
    }

    private static RowSource lines(PushRequest request, Body body, SourceMapping mapping, Instant now)
            throws PushRefused {
        Optional<Precision> precision = Precision.named(request.precision());
        if (precision.isEmpty()) {
            throw new PushRefused(
                    Refusal.MALFORMED, "precision “" + request.precision() + "”无法识别，应为 ns、us、ms、s（/write 还可用 m、h）。");
        }
        long nanos = Math.multiplyExact(now.toEpochMilli(), 1_000_000L);
        LineParser parser = new LineParser(body.text(), body.length(), precision.get(), nanos);
        return new LineRows(parser, mapping.time().column().equals(LineRows.TIME));
    }

    private static RowSource json(PushRequest request, Body body) throws PushRefused {
        if (request.format() == Format.NDJSON) {
            return new JsonLines(body.text(), body.length());
        }
        try {
            return JsonRows.of(body.text(), body.length());
        } catch (MalformedJson bad) {
            throw new PushRefused(Refusal.MALFORMED, bad.sentence());
        }
    }

    private PushAnswer again(PushRequest request, Receipt receipt, String digest) throws PushRefused {
        if (!Answers.parse(receipt.answer()).path("digest").asText().equals(digest)) {
            throw new PushRefused(Refusal.KEY_REUSED, "这个 Idempotency-Key 已用于另一份内容，本次没有接收。新内容请换一个新的 Idempotency-Key。");
        }
        desk.meter().skipped(request.source(), Skip.REPEATED_BATCH, 1);
        return answer(request.format(), receipt);
    }

    private static PushAnswer answer(Format format, Receipt receipt) {
        JsonNode kept = Answers.parse(receipt.answer());
        return Answers.of(format, kept, receipt.answer());
    }

    /** What identifies a request's content. */
    private record Batch(String id, String digest, Instant now) {}
}
