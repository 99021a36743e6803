package cn.zhengai.collector.keys;

import cn.zhengai.core.port.PortException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * API keys, each of one source. Only hashes are kept; a key is shown once, when it is made. A file changed by another
 * process counts from the next question on. Safe for use by many threads.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final String PREFIX = "zg_";
    private static final int RANDOM_BYTES = 32;

    private final KeyFile file;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();
    private KeyFile.Stamp stamp;
    private List<ApiKey> keys;

    private KeyRing(KeyFile file, InstantSource time) {
        this.file = file;
        this.time = time;
        this.stamp = file.stamp();
        this.keys = file.read();
    }

    /**
     * Opens the ring; a missing file is an empty ring.
     *
     * @param path of {@code keys.yaml}
     * @throws PortException when the file cannot be read
     */
    public static KeyRing open(Path path, InstantSource time) {
        return new KeyRing(new KeyFile(path), time);
    }

    /** The source a presented key belongs to. Takes the same time whichever key it is. */
    public Optional<String> sourceOf(String presented) {
        byte[] hash = hash(presented).getBytes(StandardCharsets.US_ASCII);
        Optional<String> source = Optional.empty();
        for (ApiKey key : current()) {
            if (MessageDigest.isEqual(key.sha256().getBytes(StandardCharsets.US_ASCII), hash)) {
                source = Optional.of(key.source());
            }
        }
        return source;
    }

    /** Makes a key for a source and keeps its hash; the only time the key is seen. */
    public synchronized String create(String source, String label) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        List<ApiKey> more = new ArrayList<>(current());
        more.add(new ApiKey(source, hash(key), time.instant().truncatedTo(ChronoUnit.SECONDS), label));
        file.write(more);
        keys = List.copyOf(more);
        stamp = file.stamp();
        return key;
    }

    /** As {@link #create(String, String)}, without a label. */
    public String create(String source) {
        return create(source, "");
    }

    /** All keys as kept, oldest first. */
    public List<ApiKey> keys() {
        return current();
    }

    private synchronized List<ApiKey> current() {
        try {
            KeyFile.Stamp now = file.stamp();
            if (!now.equals(stamp)) {
                keys = file.read();
                stamp = now;
            }
        } catch (PortException unreadable) {
            LOG.warn("keys as read before stay in force", unreadable);
        }
        return keys;
    }

    private static String hash(String key) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
