package cn.zhengai.storage.influxdb;

import cn.zhengai.storage.influxdb.client.Connection;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach the server, and what is ours there.
 *
 * @param url {@code http://host:8086}
 * @param token never shown; of release 1 {@code user:password}, or anything when it asks for nothing
 * @param org organisation of release 2; elsewhere anything
 * @param database the bucket of release 2, reached by InfluxQL under the same name; the database of releases 1 and 3
 * @param patience how long one call may take
 */
public record InfluxAccess(URI url, String token, String org, String database, Duration patience) {
    public InfluxAccess {
        if (database.isBlank()) {
            throw new IllegalArgumentException("no database");
        }
        if (patience.toMillis() < 1) {
            throw new IllegalArgumentException("too impatient: " + patience);
        }
    }

    /** Waits up to two minutes. */
    public static InfluxAccess of(URI url, String token, String org, String database) {
        return new InfluxAccess(url, token, org, database, Duration.ofMinutes(2));
    }

    /** The same with that patience. */
    public InfluxAccess within(Duration otherPatience) {
        return new InfluxAccess(url, token, org, database, otherPatience);
    }

    Connection connect() {
        return Connection.to(url, token, org, database, patience);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "InfluxAccess[" + url + ", " + org + ", " + database + "]";
    }
}
