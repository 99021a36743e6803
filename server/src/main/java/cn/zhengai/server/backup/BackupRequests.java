package cn.zhengai.server.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How a command asks the process that holds the data folder for a backup: by a file in that folder, answered by a file.
 * Who may write there may do anything with the data anyway; no port is opened and no password needed.
 */
public final class BackupRequests {
    static final String FOLDER = "requests";
    private static final String ASKED = ".backup.json";
    private static final String ANSWERED = ".answer.json";
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param root of the data folder */
    public BackupRequests(Path root) {
        this.folder = root.resolve(FOLDER);
    }

    /** What a request came to. */
    public record Answer(boolean made, String sentence) {}

    /** One that waits for its answer. */
    record Asked(Path file, Path into) {}

    /**
     * Asks and waits.
     *
     * @param patience how long; the request is taken back then
     * @return empty when nobody answered
     */
    public Optional<Answer> ask(Path into, Duration patience) throws IOException {
        Files.createDirectories(folder);
        String name = UUID.randomUUID().toString();
        Path asked = folder.resolve(name + ASKED);
        Path answered = folder.resolve(name + ANSWERED);
        put(asked, Map.of("into", into.toAbsolutePath().toString()));
        long left = patience.toMillis() / LOOK.toMillis();
        while (!Files.exists(answered) && left > 0) {
            LockSupport.parkNanos(LOOK.toNanos());
            left--;
        }
        Optional<Answer> answer = Optional.empty();
        if (Files.exists(answered)) {
            answer = Optional.of(JSON.readValue(Files.readAllBytes(answered), Answer.class));
        }
        Files.deleteIfExists(asked);
        Files.deleteIfExists(answered);
        return answer;
    }

    /** Those that wait, in no order; what is not a request is left where it is. */
    List<Asked> waiting() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ASKED))
                    .flatMap(file -> read(file).stream())
                    .toList();
        }
    }

    private static Optional<Asked> read(Path file) {
        try {
            String into = JSON.readTree(Files.readAllBytes(file)).path("into").asText();
            return into.isBlank() ? Optional.empty() : Optional.of(new Asked(file, Path.of(into)));
        } catch (NoSuchFileException takenBack) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    void answer(Asked asked, Answer answer) throws IOException {
        String name = asked.file().getFileName().toString().replace(ASKED, ANSWERED);
        put(folder.resolve(name), answer);
        Files.deleteIfExists(asked.file());
    }

    private void put(Path file, Object content) throws IOException {
        Path part = Files.createTempFile(folder, "request", ".part");
        Files.write(part, JSON.writeValueAsBytes(content));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
