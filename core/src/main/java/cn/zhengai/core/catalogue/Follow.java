package cn.zhengai.core.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How records are read from a topic of another system's Kafka (订阅). A record is a row; beside its own columns it has
 * {@value #KEY}, {@value #TIME} (milliseconds since 1970), {@value #TOPIC}, {@value #PARTITION} and {@value #OFFSET}.
 *
 * @param from records before this day, in the college's zone, are never read; empty: all that are there
 * @param every between two looks at what is new
 */
public record Follow(Access access, String topic, Format format, Optional<LocalDate> from, Duration every) {
    public static final String KEY = "_key";
    public static final String TIME = "_time";
    public static final String TOPIC = "_topic";
    public static final String PARTITION = "_partition";
    public static final String OFFSET = "_offset";

    /** What every record has, whatever it says. */
    public static final List<String> OF_EVERY_RECORD = List.of(KEY, TIME, TOPIC, PARTITION, OFFSET);

    /**
     * How to reach the brokers.
     *
     * @param bootstrap {@code host:port,host:port}
     * @param login empty: nobody logs in
     * @param tls the way there is encrypted
     * @param settings further ones of the client as Kafka names them; {@code ${NAME}} in them is taken from the environment
     */
    public record Access(String bootstrap, Optional<Login> login, boolean tls, Map<String, String> settings) {
        public Access {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * Who reads.
     *
     * @param password as written: {@code ${NAME}} is taken from the environment when it is needed
     * @param mechanism of SASL, e.g. {@code SCRAM-SHA-512}
     */
    public record Login(String user, String password, String mechanism) {}

    /** How the value of a record is written. */
    public sealed interface Format {
        /** One JSON object; what lies deeper is a column by its path, as in {@code payload.after.score} and {@code items.0.id}. */
        record Json() implements Format {}

        /** One line of cells under these names. */
        record Csv(List<String> columns, char delimiter) implements Format {
            public Csv {
                columns = List.copyOf(columns);
                if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
                    throw new IllegalArgumentException("columns have names, each its own: " + columns);
                }
            }
        }
    }
}
