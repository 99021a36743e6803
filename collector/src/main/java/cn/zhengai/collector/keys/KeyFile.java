package cn.zhengai.collector.keys;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** {@code keys.yaml}: a list of keys under {@code keys}; readable by its owner alone. */
final class KeyFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    /** Changes when the file does; a missing file is {@link Stamp#MISSING}. */
    Stamp stamp() {
        try {
            return Files.exists(path) ? new Stamp(Files.getLastModifiedTime(path), Files.size(path)) : Stamp.MISSING;
        } catch (IOException failed) {
            throw unavailable(failed);
        }
    }

    /** @throws PortException {@link Trouble#CORRUPT} when it is no such list */
    List<ApiKey> read() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            List<ApiKey> keys = new ArrayList<>();
            for (JsonNode key : YAML.readTree(Files.readAllBytes(path)).path("keys")) {
                keys.add(new ApiKey(
                        key.required("source").asText(),
                        key.required("sha256").asText(),
                        Instant.parse(key.required("created").asText()),
                        key.path("label").asText()));
            }
            return List.copyOf(keys);
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException bad) {
            throw new PortException(Trouble.CORRUPT, "密钥文件 " + path + " 无法识别：" + bad.getMessage(), bad);
        } catch (IOException failed) {
            throw unavailable(failed);
        }
    }

    /** Replaces the file in one step. */
    void write(List<ApiKey> keys) {
        ObjectNode root = YAML.createObjectNode();
        ArrayNode list = root.putArray("keys");
        for (ApiKey key : keys) {
            list.addObject()
                    .put("source", key.source())
                    .put("sha256", key.sha256())
                    .put("created", key.created().toString())
                    .put("label", key.label());
        }
        Path next = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.deleteIfExists(next);
            create(next);
            Files.write(next, YAML.writeValueAsBytes(root));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw unavailable(failed);
        }
    }

    private static void create(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private PortException unavailable(IOException failed) {
        return new PortException(Trouble.UNAVAILABLE, "密钥文件 " + path + " 读写失败：" + failed.getMessage(), failed);
    }

    /** When it was written and how large it is. */
    record Stamp(FileTime modified, long size) {
        static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -1);
    }
}
