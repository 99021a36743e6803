package cn.zhengai.console.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Request bodies, unpacked and counted: neither the bytes sent nor what they unpack to may pass the limit. */
public final class Bodies {
    private final long limit;

    /** @param limit bytes */
    public Bodies(long limit) {
        this.limit = limit;
    }

    /** @throws Refusal {@link Fault#TOO_LARGE}, {@link Fault#UNSUPPORTED} or {@link Fault#MALFORMED_BODY} */
    public byte[] read(Context ctx) {
        long declared = ctx.req().getContentLengthLong();
        if (declared > limit) {
            throw tooLarge();
        }
        String encoding = Optional.ofNullable(ctx.header("Content-Encoding"))
                .orElse("identity")
                .trim()
                .toLowerCase(Locale.ROOT);
        try {
            return switch (encoding) {
                case "", "identity" -> drain(ctx.req().getInputStream());
                case "gzip", "x-gzip" -> drain(new GZIPInputStream(ctx.req().getInputStream()));
                default -> throw new Refusal(Fault.UNSUPPORTED, "Content-Encoding 只支持 gzip，收到 " + encoding);
            };
        } catch (ZipException | EOFException e) {
            throw new Refusal(Fault.MALFORMED_BODY, "gzip 内容不完整或已损坏，整批未接收，请重新发送");
        } catch (IOException e) {
            throw new Refusal(Fault.MALFORMED_BODY, "连接中断，内容没有收全，整批未接收，请重新发送");
        }
    }

    private byte[] drain(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + (long) n > limit) {
                throw tooLarge();
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private Refusal tooLarge() {
        return new Refusal(Fault.TOO_LARGE, "一次最多 " + (limit >> 20) + " MB（解压后）");
    }
}
