package cn.zhengai.collector.push;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A request's body in memory, unpacked. */
final class Body {
    private static final int FIRST = 64 * 1024;

    private final byte[] text;
    private final int length;

    private Body(byte[] text, int length) {
        this.text = text;
        this.length = length;
    }

    /** Its bytes, and room behind them. */
    byte[] text() {
        return text;
    }

    /** How many of them count. */
    int length() {
        return length;
    }

    /**
     * Reads to the end; counts unpacked bytes, so that a small packed body cannot become a large one.
     *
     * @param limit most bytes
     */
    static Body read(PushRequest request, int limit, Gate.Pass pass) throws PushRefused {
        try {
            InputStream in = request.gzip() ? new GZIPInputStream(request.body(), FIRST) : request.body();
            return read(in, limit, pass);
        } catch (ZipException | EOFException bad) {
            throw new PushRefused(Refusal.MALFORMED, "正文的 gzip 数据损坏或不完整（" + bad.getMessage() + "），整个请求没有接收，请重新压缩后发送。");
        } catch (IOException broken) {
            throw new PushRefused(Refusal.MALFORMED, "读取正文时连接中断，整个请求没有接收，请重发。");
        }
    }

    private static Body read(InputStream in, int limit, Gate.Pass pass) throws IOException, PushRefused {
        byte[] text = new byte[Math.min(FIRST, limit + 1)];
        demandRoom(pass, text.length);
        int length = 0;
        while (true) {
            int count = in.read(text, length, text.length - length);
            if (count < 0) {
                return new Body(text, length);
            }
            length += count;
            if (length > limit) {
                throw new PushRefused(
                        Refusal.TOO_LARGE, "正文解压后超过 " + (limit >> 20) + " MiB，整个请求没有接收。请分成多次发送，或使用投放文件夹。");
            }
            if (length == text.length) {
                int larger = (int) Math.min(2L * text.length, limit + 1L);
                demandRoom(pass, larger - text.length);
                text = Arrays.copyOf(text, larger);
            }
        }
    }

    private static void demandRoom(Gate.Pass pass, long bytes) throws PushRefused {
        if (!pass.take(bytes)) {
            throw busy();
        }
    }

    static PushRefused busy() {
        return new PushRefused(Refusal.BUSY, "正在处理的请求过多，本次没有接收，请稍后重发。");
    }

    /** SHA-256 in hex. */
    String digest() {
        MessageDigest sha = sha256();
        sha.update(text, 0, length);
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
