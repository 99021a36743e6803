package cn.zhengai.testkit.database;

import java.util.Optional;

/** A running PostgreSQL as its clients reach it, started by whomever; closing gives back what was started for it. */
public interface PostgresHost extends AutoCloseable {
    /** With user and password; more parameters can be appended with {@code &}. Sessions may create schemas. */
    String url();

    @Override
    void close();

    /**
     * The server that tests are to run on instead of one they start: {@code ZHENGAI_TEST_POSTGRESQL_URL} of the environment,
     * {@code jdbc:postgresql://host/database?user=...&password=...}. Empty when none is named.
     */
    static Optional<PostgresHost> named() {
        return Optional.ofNullable(System.getenv("ZHENGAI_TEST_POSTGRESQL_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new Named(url.contains("?") ? url : url + "?"));
    }

    /** It goes on without us. */
    record Named(String url) implements PostgresHost {
        @Override
        public void close() {
            // not ours
        }
    }
}
