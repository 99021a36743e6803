package cn.zhengai.server.compose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A Compose file with its anchors and merges resolved; of the forms that the specification allows, those that ours has. */
record Containers(Map<String, Object> whole) {

    static Containers of(String file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new Containers(map(yaml.load(Checkout.text(file))));
    }

    Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        section("services").forEach((name, body) -> services.put(name, new Service(name, map(body))));
        return services;
    }

    Service service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    /** E.g. {@code volumes}; empty when there is none. */
    Map<String, Object> section(String name) {
        return map(whole.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** One service. */
    record Service(String name, Map<String, Object> body) {

        String text(String key) {
            return String.valueOf(body.getOrDefault(key, ""));
        }

        /** A list of texts, or the keys of a map. */
        List<String> list(String key) {
            Object value = body.getOrDefault(key, List.of());
            List<String> texts = new ArrayList<>();
            if (value instanceof Map<?, ?> map) {
                map.keySet().forEach(k -> texts.add(String.valueOf(k)));
            } else {
                ((List<?>) value).forEach(v -> texts.add(String.valueOf(v)));
            }
            return texts;
        }

        Map<String, Object> at(String key) {
            return map(body.getOrDefault(key, Map.of()));
        }

        /** Does its work and ends. */
        boolean ends() {
            return !text("restart").equals("unless-stopped");
        }

        boolean ours() {
            return text("image").startsWith("zhengai:");
        }

        int replicas() {
            return (Integer) at("deploy").getOrDefault("replicas", 1);
        }

        /** What {@code --role} is given; empty when it is not a service of a role. */
        List<String> roles() {
            List<String> command = list("command");
            int option = command.indexOf("--role");
            return option < 0 ? List.of() : List.of(command.get(option + 1).split(","));
        }

        /** Sources of what is mounted: names of volumes, or paths that begin with {@code ./}. */
        List<Mount> mounts() {
            return list("volumes").stream().map(Mount::parse).toList();
        }
    }

    /** {@code source:target[:ro]}. */
    record Mount(String source, String target, boolean readOnly) {
        static Mount parse(String text) {
            String[] parts = text.split(":");
            return new Mount(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro"));
        }

        boolean named() {
            return !source.startsWith(".");
        }
    }
}
