package cn.zhengai.storage.jdbc;

import java.util.Optional;

/**
 * Where a ledger in PostgreSQL is, and who asks for it.
 *
 * @param url {@code jdbc:postgresql://host:port/database}; parameters of the driver may follow, such as
 *     {@code currentSchema} and {@code sslmode}
 * @param connections most at once, readers and writers together; at least 2
 */
public record PostgresAccess(String url, Optional<String> user, Optional<String> password, int connections) {
    /** Enough for one process: its workers and the pages. */
    public static final int USUAL_CONNECTIONS = 10;

    static final String SCHEME = "jdbc:postgresql:";
    static final int LEAST = 2;
    private static final String CREDENTIALS = "(?i)([?&](?:password|sslpassword)=)[^&]*";

    public PostgresAccess {
        if (!isAddress(url)) {
            throw new IllegalArgumentException("not an address of PostgreSQL: " + url);
        }
        if (connections < LEAST) {
            throw new IllegalArgumentException("fewer connections than " + LEAST + ": " + connections);
        }
    }

    /** Whether a URL is one of PostgreSQL. */
    public static boolean isAddress(String url) {
        return url.startsWith(SCHEME);
    }

    /** What people may see: the URL without its credentials. */
    public String shown() {
        return url.replaceAll(CREDENTIALS, "$1***");
    }

    int writers() {
        return connections / 2;
    }

    int readers() {
        return connections - writers();
    }

    @Override
    public String toString() {
        return shown();
    }
}
