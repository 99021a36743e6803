package cn.zhengai.catalogue.build;

import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.catalogue.Follow.Access;
import cn.zhengai.core.catalogue.Follow.Format;
import cn.zhengai.core.catalogue.Follow.Login;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code kafka} of a source; what is not written takes the value that suits most systems. */
record FollowReader(ValueReader values) {
    private static final Duration EVERY = Duration.ofSeconds(10);

    Optional<Follow> read(Mapping entry) {
        Optional<String> bootstrap = entry.text("bootstrap");
        Optional<String> topic = entry.text("topic");
        Optional<Format> format = format(entry);
        Duration every = values.duration(entry, "every", EVERY, Duration.ofSeconds(1));
        if (bootstrap.isEmpty() || topic.isEmpty() || format.isEmpty()) {
            return Optional.empty();
        }
        Access access = new Access(bootstrap.get(), login(entry), entry.truth("tls"), settings(entry));
        return Optional.of(new Follow(access, topic.get(), format.get(), values.date(entry, "from"), every));
    }

    /** Lines that lack columns, or have two of one name, are the lint's to tell. */
    private static Optional<Format> format(Mapping entry) {
        if (entry.text("format").filter("csv"::equals).isEmpty()) {
            return Optional.of(new Format.Json());
        }
        List<String> columns = entry.texts("columns");
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            return Optional.empty();
        }
        char delimiter = entry.scalar("delimiter")
                .map(scalar -> scalar.text().isEmpty() ? ',' : scalar.text().charAt(0))
                .orElse(',');
        return Optional.of(new Format.Csv(columns, delimiter));
    }

    private static Optional<Login> login(Mapping entry) {
        String mechanism = entry.text("mechanism").orElse("scram-sha-512").toUpperCase(Locale.ROOT);
        return entry.text("user").flatMap(user -> entry.text("password").map(p -> new Login(user, p, mechanism)));
    }

    private static Map<String, String> settings(Mapping entry) {
        Map<String, String> settings = new HashMap<>();
        for (String line : entry.texts("settings")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                settings.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return settings;
    }
}
