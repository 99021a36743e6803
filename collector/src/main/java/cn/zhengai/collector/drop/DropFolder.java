package cn.zhengai.collector.drop;

import cn.zhengai.collector.file.FileImport;
import cn.zhengai.collector.file.FileIntake;
import cn.zhengai.collector.file.FileOrder;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.collector.file.FileRefused;
import cn.zhengai.collector.file.Progress;
import cn.zhengai.collector.file.SourceByName;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with {@code in/}, {@code done/} and {@code failed/}. A file is taken when it lies still and is not named
 * {@code *.tmp}, {@code *.part}, {@code .*} or {@code ~*}. Afterwards it is moved, with the day before its name:
 *
 * <ul>
 *   <li>to {@code done/}, with {@code NAME.rejected.csv} beside it when rows were rejected, or {@code NAME.note.txt} when
 *       the same content was taken before, and {@code NAME.missing.csv} when an earlier version of a workbook had readings
 *       that this one left out;
 *   <li>to {@code failed/}, with {@code NAME.reason.txt} beside it.
 * </ul>
 *
 * <p>When the outside fails the file stays where it is and is tried again. A stop between taking and moving is harmless:
 * the next look finds the content taken. Used by one worker.
 */
public final class DropFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

    private final Path in;
    private final Path done;
    private final Path failed;
    private final Supplier<Catalogue> catalogue;
    private final FileIntake intake;
    private final InstantSource time;
    private final Settling settling;
    private final Set<Path> passedOver = new HashSet<>();

    /**
     * Makes the folders when they are missing.
     *
     * @param settle how long a file must lie still
     * @throws PortException when they cannot be made
     */
    public DropFolder(Path dir, Supplier<Catalogue> catalogue, FileIntake intake, InstantSource time, Duration settle) {
        this.in = dir.resolve("in");
        this.done = dir.resolve("done");
        this.failed = dir.resolve("failed");
        this.catalogue = catalogue;
        this.intake = intake;
        this.time = time;
        this.settling = new Settling(settle);
        try {
            Files.createDirectories(in);
            Files.createDirectories(done);
            Files.createDirectories(failed);
        } catch (IOException bad) {
            throw new PortException(Trouble.UNAVAILABLE, "投放文件夹 " + dir + " 无法建立：" + bad.getMessage(), bad);
        }
    }

    /** Where files are dropped. */
    public Path in() {
        return in;
    }

    /**
     * Looks once; takes what lies still, by name.
     *
     * @return what became of the files that were looked into, empty when there were none
     * @throws PortException when the folder cannot be listed
     */
    public List<FileOutcome> runOnce() {
        List<FileOutcome> outcomes = new ArrayList<>();
        List<Path> waiting = waiting();
        settling.keepOnly(waiting);
        for (Path file : waiting) {
            try {
                if (settling.isStill(file, time.instant())) {
                    outcomes.add(take(file));
                }
            } catch (IOException bad) {
                LOG.warn("{} stays and is tried again", file, bad);
                String sentence = "文件无法移动或读取（" + bad.getMessage() + "），稍后自动重试。";
                outcomes.add(FileOutcome.postponed(file, Optional.empty(), sentence));
            }
        }
        return outcomes;
    }

    private List<Path> waiting() {
        try (Stream<Path> files = Files.list(in)) {
            Map<Boolean, List<Path>> found = files.sorted().collect(Collectors.partitioningBy(DropFolder::isMeant));
            passOver(found.getOrDefault(false, List.of()));
            return found.getOrDefault(true, List.of());
        } catch (IOException bad) {
            throw new PortException(Trouble.UNAVAILABLE, "投放文件夹 " + in + " 无法读取：" + bad.getMessage(), bad);
        }
    }

    /** Each is counted when it is seen first. */
    private void passOver(List<Path> unmeant) {
        passedOver.retainAll(unmeant);
        unmeant.stream().filter(passedOver::add).forEach(intake::passOver);
    }

    private static boolean isMeant(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && !name.endsWith(".tmp")
                && !name.endsWith(".part")
                && !name.startsWith(".")
                && !name.startsWith("~");
    }

    private FileOutcome take(Path file) throws IOException {
        Path rejected = done.resolve("." + file.getFileName() + ".rejected.part");
        Path missing = done.resolve("." + file.getFileName() + ".missing.part");
        FileOutcome outcome = judged(file, rejected, missing);
        if (outcome.status() == Status.REFUSED) {
            Path moved = move(file, failed);
            note(moved, ".reason.txt", outcome.sentence());
            LOG.warn("{} was refused: {}", file.getFileName(), outcome.sentence());
        } else if (outcome.status() != Status.POSTPONED) {
            Path moved = move(file, done);
            if (outcome.status() == Status.REPEATED) {
                note(moved, ".note.txt", outcome.sentence());
            } else {
                beside(rejected, moved, FileImport.rejectedEnding(file));
                beside(missing, moved, ".missing.csv");
            }
            LOG.info("{}: {}", file.getFileName(), outcome.sentence());
        }
        Files.deleteIfExists(rejected);
        Files.deleteIfExists(missing);
        return outcome;
    }

    private static void beside(Path part, Path moved, String ending) throws IOException {
        if (Files.exists(part)) {
            Files.move(part, moved.resolveSibling(moved.getFileName() + ending));
        }
    }

    private FileOutcome judged(Path file, Path rejected, Path missing) throws IOException {
        try {
            SourceMapping mapping =
                    SourceByName.of(file, catalogue.get().sources().values());
            FileOrder.Earlier earlier = new FileOrder.Earlier(DoneFiles.called(file, done), missing);
            return intake.take(
                    new FileOrder(
                            file,
                            mapping,
                            mapping.history(),
                            Optional.empty(),
                            Optional.of(rejected),
                            Optional.of(earlier)),
                    Progress.UNSEEN);
        } catch (FileRefused unknown) {
            return intake.refuse(file, unknown);
        }
    }

    /** Moves it under the first free name: {@code 2026-03-01_NAME}, {@code 2026-03-01_NAME-2} before its ending ... */
    private Path move(Path file, Path to) throws IOException {
        LocalDate today = LocalDate.ofInstant(time.instant(), catalogue.get().zone());
        String name = today + "_" + file.getFileName();
        int dot = name.endsWith(".gz") ? name.lastIndexOf('.', name.length() - 4) : name.lastIndexOf('.');
        int ending = dot < 0 ? name.length() : dot;
        Path free = to.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = to.resolve(name.substring(0, ending) + "-" + i + name.substring(ending));
        }
        return Files.move(file, free);
    }

    private static void note(Path moved, String ending, String sentence) throws IOException {
        Path beside = moved.resolveSibling(moved.getFileName() + ending);
        Files.writeString(beside, sentence + System.lineSeparator(), StandardCharsets.UTF_8);
    }
}
