package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.yaml.FileText;
import cn.zhengai.catalogue.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who changes the catalogue, why and from when (变更说明): the file {@value #FILE} beside the files it speaks about. It is
 * no part of the catalogue, and put aside once the version it speaks about is kept.
 *
 * @param from first day in force; {@link LocalDate#EPOCH} for {@code always}
 */
public record ChangeNote(Optional<String> author, Optional<String> reason, Optional<LocalDate> from) {
    public static final String FILE = "CHANGE.yaml";

    /** Nothing is said. */
    public static final ChangeNote NONE = new ChangeNote(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Set<String> KEYS = Set.of("author", "reason", "from");

    /**
     * What came of reading one.
     *
     * @param note {@link #NONE} when there is no file
     * @param findings what is wrong with it; then it does not count
     */
    public record Read(ChangeNote note, List<Finding> findings) {}

    /** Reads the file of a folder. */
    public static Read read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Read(NONE, List.of());
        }
        Findings findings = new Findings();
        try {
            ChangeNote note = FileText.decode(FILE, Files.readAllBytes(file), findings)
                    .flatMap(text -> YamlFile.read(FILE, text, findings))
                    .map(root -> note(root, findings))
                    .orElse(NONE);
            return new Read(findings.hasErrors() ? NONE : note, findings.sorted());
        } catch (IOException broken) {
            findings.add(Place.file(FILE), Code.UNREADABLE, FILE + " 读不出来（" + broken.getMessage() + "）；请检查权限。");
            return new Read(NONE, findings.sorted());
        }
    }

    private static ChangeNote note(Node root, Findings findings) {
        if (!(root instanceof Mapping top)) {
            findings.add(root.place(), Code.WRONG_TYPE, "变更说明要写成三行：author、reason、from。");
            return NONE;
        }
        top.fields().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> findings.add(
                        top.placeOf(key), Code.UNKNOWN_KEY, "变更说明里没有 %s；只有 author、reason、from。".formatted(key)));
        return new ChangeNote(top.text("author"), top.text("reason"), from(top, findings));
    }

    private static Optional<LocalDate> from(Mapping top, Findings findings) {
        try {
            return top.text("from").map(ChangeNote::day);
        } catch (DateTimeParseException wrong) {
            findings.add(top.placeOf("from"), Code.BAD_DATE, "施行日期读不懂；请写成 2026-01-31，或写 always（自始施行）。");
            return Optional.empty();
        }
    }

    /**
     * {@code 2026-01-31} or {@code always}.
     *
     * @throws DateTimeParseException when it is neither
     */
    public static LocalDate day(String text) {
        return text.equals("always") ? LocalDate.EPOCH : LocalDate.parse(text);
    }

    /** Puts the file aside, under the number of the version it spoke about. Nothing happens when there is none. */
    public static void putAside(Path folder, int version) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            Files.move(file, folder.resolve("CHANGE.v" + version + ".done"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
