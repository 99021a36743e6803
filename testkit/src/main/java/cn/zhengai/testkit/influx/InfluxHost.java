package cn.zhengai.testkit.influx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/**
 * A running InfluxDB as its clients reach it, of whatever release and started by whomever. Tests make databases of their own
 * in it and drop them.
 *
 * @param token of release 1 {@code user:password}, or anything when it asks for nothing
 * @param org of release 2; elsewhere anything
 */
public record InfluxHost(URI url, String token, String org, InfluxRelease release) {
    private static final String VARIABLE = "ZHENGAI_TEST_INFLUXDB_";

    /**
     * Asks which release it is.
     *
     * @throws IllegalStateException when nobody answers, or something that is no InfluxDB
     */
    public static InfluxHost at(URI url, String token, String org) {
        return new InfluxHost(url, token, org, InfluxRelease.of(url));
    }

    /**
     * The server that tests are to run on instead of one they start: {@code ZHENGAI_TEST_INFLUXDB_URL}, {@code _TOKEN} and
     * {@code _ORG} of the environment. Empty when none is named.
     */
    public static Optional<InfluxHost> named() {
        return variable("URL")
                .map(url -> at(
                        URI.create(url),
                        variable("TOKEN").orElse("any:thing"),
                        variable("ORG").orElse("zhengai")));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(VARIABLE + name)).filter(text -> !text.isBlank());
    }

    /** The same server, reached another way. */
    public InfluxHost through(URI other) {
        return new InfluxHost(other, token, org, release);
    }

    /**
     * Makes a database (a bucket) for readings that are kept for years, as docs/influxdb.md says.
     *
     * @param database letters, digits and dashes
     */
    public void create(String database) {
        release.create(this, database);
    }

    /** Drops a database with all that is in it. */
    public void drop(String database) {
        release.drop(this, database);
    }

    /** It offers {@code /api/v2/delete}: release 2, and 1 from 1.12 on. */
    public boolean erases() {
        try {
            return Engine.call(this, "POST", "/api/v2/delete", "").statusCode() != 404;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
