package cn.zhengai.server.backup;

import cn.zhengai.storage.duckdb.ReadingsInspection;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself, in {@code manifest.json}; written last, so a folder without one is no backup.
 *
 * @param program version that made it
 * @param dataVersion layout of the data folder inside
 * @param madeAt an instant as ISO text
 * @param readings what the copy of the readings held when it was made
 * @param ledger rows of the ledger's copy by table
 * @param files every other file of the backup by path, with {@code /}
 * @param seal SHA-256 of this manifest written with an empty seal, in lower-case hex; empty before {@link #sealed}; null when it was
 *     written before there were seals
 */
record Manifest(
        String program,
        @JsonProperty("data-version") int dataVersion,
        @JsonProperty("made-at") String madeAt,
        ReadingsInspection readings,
        Map<String, Long> ledger,
        Map<String, FileSum> files,
        @Nullable String seal) {
    static final String NAME = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    Manifest {
        ledger = java.util.Collections.unmodifiableMap(new TreeMap<>(ledger));
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** @return the same, with the seal that fits it */
    Manifest sealed() throws IOException {
        byte[] unsealed = JSON.writeValueAsBytes(with(""));
        return with(FileSum.of(new ByteArrayInputStream(unsealed)).sha256());
    }

    /** @throws BackupUnsound when anything in it was changed after it was sealed */
    void demandWhole(Path backup) throws IOException {
        if (seal == null) {
            throw new BackupUnsound("备份的清单 " + backup.resolve(NAME) + " 没有封签：它由 0.1.0 的早期构建写成，无法核对。请用那个构建恢复，或重新备份。");
        }
        if (!equals(sealed())) {
            throw damaged(backup.resolve(NAME));
        }
    }

    private Manifest with(String otherSeal) {
        return new Manifest(program, dataVersion, madeAt, readings, ledger, files, otherSeal);
    }

    private static BackupUnsound damaged(Path file) {
        return new BackupUnsound("备份的清单 " + file + " 已损坏。请换一份备份。");
    }

    void write(Path backup) throws IOException {
        Disk.write(backup.resolve(NAME), JSON.writeValueAsBytes(this));
    }

    /** @throws BackupUnsound when there is none, or it cannot be read */
    static Manifest read(Path backup) {
        Path file = backup.resolve(NAME);
        try {
            @Nullable Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest == null) {
                throw new BackupUnsound("备份的清单 " + file + " 是空的。请换一份备份。");
            }
            return manifest;
        } catch (NoSuchFileException none) {
            throw new BackupUnsound(
                    "文件夹 " + backup + " 里没有 " + NAME + "，不是一份完整的备份。请指定备份所在的文件夹（名字像 zhengai-20260901-020000）。");
        } catch (JsonProcessingException unreadable) {
            throw damaged(file);
        } catch (IOException failure) {
            throw new BackupUnsound("无法读取备份的清单 " + file + "：" + failure.getMessage() + "。请检查权限。");
        }
    }
}
