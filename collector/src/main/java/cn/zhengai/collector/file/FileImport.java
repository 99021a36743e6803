package cn.zhengai.collector.file;

import cn.zhengai.core.catalogue.SourceMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes in a file, or every CSV file below a folder, once; leaves them where they are. */
public final class FileImport {
    private static final String REJECTED = ".rejected.";

    /** What rejected rows of a file are called, after its name: a workbook's are a workbook. */
    public static String rejectedEnding(Path file) {
        return REJECTED + (FileIntake.isWorkbook(file) ? "xlsx" : "csv");
    }

    private final FileIntake intake;
    private final Optional<Path> rejectedTo;
    private final Optional<String> reason;

    /** Rejected rows go to the ledger alone. */
    public FileImport(FileIntake intake) {
        this(intake, Optional.empty());
    }

    /** @param rejectedTo folder for {@code NAME.rejected.csv} of each file with rejected rows, beside the ledger */
    public FileImport(FileIntake intake, Optional<Path> rejectedTo) {
        this(intake, rejectedTo, Optional.empty());
    }

    private FileImport(FileIntake intake, Optional<Path> rejectedTo, Optional<String> reason) {
        this.intake = intake;
        this.rejectedTo = rejectedTo;
        this.reason = reason;
    }

    /** The same, of files that are sent for a reason. */
    public FileImport because(Optional<String> why) {
        return new FileImport(intake, rejectedTo, why);
    }

    /** Files that would be taken, by name: the path itself, or the CSV files below it. */
    public List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(FileImport::isCsv)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCsv(Path file) {
        String name = file.toString();
        return !name.contains(REJECTED)
                && (name.endsWith(".csv") || name.endsWith(".csv.gz") || name.endsWith(".xlsx"));
    }

    /**
     * Takes them in, one after the other.
     *
     * @param source id of the source they all belong to; empty: by the names that sources declare
     * @param history backfill: tells nobody
     * @throws IOException when the path cannot be listed
     */
    public List<FileOutcome> run(Path path, Optional<String> source, boolean history, Progress progress)
            throws IOException {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Path file : files(path)) {
            outcomes.add(take(file, source, history, progress));
        }
        return outcomes;
    }

    private FileOutcome take(Path file, Optional<String> source, boolean history, Progress progress) {
        if (!Files.isReadable(file)) {
            return FileOutcome.refused(file, source, "文件不存在或没有读取权限。");
        }
        try {
            SourceMapping mapping = mapping(file, source);
            Optional<Path> rejected = rejectedTo.map(dir -> dir.resolve(file.getFileName() + rejectedEnding(file)));
            return intake.take(new FileOrder(file, mapping, history, reason, rejected, Optional.empty()), progress);
        } catch (FileRefused refused) {
            return intake.refuse(file, refused);
        }
    }

    private SourceMapping mapping(Path file, Optional<String> source) throws FileRefused {
        Collection<SourceMapping> declared = intake.desk().catalogue().sources().values();
        return source.isPresent() ? intake.desk().mappingOf(source.get()) : SourceByName.of(file, declared);
    }
}
