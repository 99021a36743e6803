package cn.zhengai.server.migrate;

import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.WholeFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Files of a data folder beside readings and ledger: which move with them, and which are left for people to decide. */
final class Belongings {
    private static final Set<String> MOVED =
            Set.of("catalogue", "keys.yaml", "zhengai.yaml", "version", "lock", "ledger-elsewhere");
    private static final List<String> STORES = List.of("readings.duckdb", "ledger.sqlite", "before-version-");
    private static final List<String> OF_THE_SHARED = List.of("ledger", "distributed");

    private Belongings() {}

    /** What of this folder stays behind, by name. */
    static List<String> left(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> root.relativize(entry).toString())
                    .filter(name -> !MOVED.contains(name) && STORES.stream().noneMatch(name::startsWith))
                    .sorted()
                    .toList();
        }
    }

    /** The catalogue whole, and the keys where there are none. */
    static void up(DataFolder from, DataFolder to) throws IOException {
        WholeFolder.make(to.catalogue(), part -> {
            Files.createDirectories(part);
            WholeFolder.copy(from.catalogue(), part, path -> true);
        });
        keys(from, to.keys());
    }

    /** The newest version of the catalogue, the keys, and the settings without those of the distributed run. */
    static void down(DataFolder from, CatalogueVersion newest, Path to) throws IOException {
        for (Map.Entry<String, String> file : newest.files().entrySet()) {
            Path path = to.resolve("catalogue").resolve(file.getKey()).normalize();
            if (!path.startsWith(to)) {
                throw new Refusal(Refusal.Cause.CATALOGUE, "台账中目录的文件名 " + file.getKey() + " 不在目录之内，不能写出。");
            }
            Files.createDirectories(path.getParent() == null ? to : path.getParent());
            Files.writeString(path, file.getValue());
        }
        keys(from, to.resolve("keys.yaml"));
        if (Files.exists(from.settings())) {
            ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
            JsonNode settings = yaml.readTree(from.settings().toFile());
            if (settings instanceof ObjectNode all) {
                OF_THE_SHARED.forEach(all::remove);
                yaml.writeValue(to.resolve("zhengai.yaml").toFile(), all);
            }
        }
    }

    private static void keys(DataFolder from, Path to) throws IOException {
        if (Files.exists(from.keys()) && !Files.exists(to)) {
            Files.copy(from.keys(), to);
        }
    }
}
