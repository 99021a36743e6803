package cn.zhengai.console;

import java.time.Duration;
import java.util.Set;

/**
 * How the console is reached and what it lets in.
 *
 * @param host address to listen on
 * @param port 0: any free one
 * @param baseUrl where people reach it, e.g. behind a proxy; without a slash at the end
 * @param boardAge how old band counts may be
 * @param personalOpen whoever reaches the console sees single teachers and students; off unless the operator says so
 * @param channels over which notices leave; those of others wait until somebody sets them up
 * @param version of the program
 * @param push readings are taken in here
 * @param pages pages and API are answered here; how the process is doing always is
 */
public record ConsoleSettings(
        String host,
        int port,
        String baseUrl,
        Duration boardAge,
        boolean personalOpen,
        Set<String> channels,
        String version,
        boolean push,
        boolean pages) {
    public ConsoleSettings {
        channels = Set.copyOf(channels);
    }

    /** Counts at most five seconds old, nothing personal, mail and webhooks leave. */
    public static ConsoleSettings of(String host, int port, String version) {
        return new ConsoleSettings(
                host,
                port,
                "http://" + host + ":" + port,
                Duration.ofSeconds(5),
                false,
                Set.of("mail", "webhook"),
                version,
                true,
                true);
    }
}
