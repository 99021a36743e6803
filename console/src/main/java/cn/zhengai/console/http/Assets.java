package cn.zhengai.console.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Style sheets, scripts, fonts and pictures of the pages, read from the class path when first asked for and kept. Reads
 * single resources: mounting the product's jar as a file system, as Jetty does, costs a fifth of the start.
 */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "png", "image/png",
            "woff", "font/woff",
            "woff2", "font/woff2");

    /** A folder of the class path and how long a browser may keep what comes from it. */
    private record Shelf(String path, String folder, String cacheControl) {}

    /** Content with its entity tag. */
    private static final class Asset {
        private final byte[] bytes;
        private final String tag;

        private Asset(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = tag;
        }
    }

    private static final List<Shelf> SHELVES = List.of(
            // The version is part of the path.
            new Shelf("/webjars/", "META-INF/resources/webjars/", "public, max-age=31536000, immutable"),
            new Shelf("/assets/", "cn/zhengai/console/assets/", "no-cache"));

    private final ConcurrentHashMap<String, Asset> kept = new ConcurrentHashMap<>();

    public void install(RoutesConfig routes) {
        SHELVES.forEach(s -> routes.get(s.path() + "<name>", ctx -> answer(ctx, s)));
    }

    private void answer(Context ctx, Shelf shelf) {
        String name = ctx.pathParam("name");
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        Optional<Asset> asset = type == null || name.contains("..") ? Optional.empty() : asset(shelf.folder() + name);
        if (type == null || asset.isEmpty()) {
            throw new Refusal(Fault.NOT_FOUND, ctx.path());
        }
        ctx.header("Cache-Control", shelf.cacheControl()).header("ETag", asset.get().tag);
        if (asset.get().tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(type).result(asset.get().bytes);
        }
    }

    private Optional<Asset> asset(String resource) {
        Asset known = kept.get(resource);
        if (known == null) {
            Optional<Asset> read = read(resource);
            read.ifPresent(a -> kept.put(resource, a));
            return read;
        }
        return Optional.of(known);
    }

    private static Optional<Asset> read(String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(resource.getBytes(StandardCharsets.UTF_8));
            sum.update(bytes);
            return Optional.of(new Asset(bytes, "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
