package cn.zhengai.collector.push;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Requests of source {@code lms}. */
final class Requests {
    private Requests() {}

    static PushRequest json(String body) {
        return of("lms", Format.JSON, Optional.empty(), body);
    }

    static PushRequest lines(String body) {
        return of("lms", Format.LINE_PROTOCOL, Optional.empty(), body);
    }

    static PushRequest ndjson(String body) {
        return of("lms", Format.NDJSON, Optional.empty(), body);
    }

    static PushRequest of(String source, Format format, Optional<String> key, String body) {
        return bytes(source, format, key, body.getBytes(StandardCharsets.UTF_8));
    }

    static PushRequest bytes(String source, Format format, Optional<String> key, byte[] body) {
        return new PushRequest(source, format, key, "", false, false, new ByteArrayInputStream(body));
    }

    static PushRequest gzip(Format format, byte[] packed) {
        return new PushRequest("lms", format, Optional.empty(), "", false, true, new ByteArrayInputStream(packed));
    }

    static byte[] pack(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
