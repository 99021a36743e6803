package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.schema.SchemaCheck;
import cn.zhengai.catalogue.yaml.FileText;
import cn.zhengai.catalogue.yaml.YamlFile;
import cn.zhengai.catalogue.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of YAML files as a catalogue. Everything wrong with it, also that it cannot be read, is a finding. */
public final class CatalogueFolder {
    private final Path folder;
    private final Findings findings = new Findings();
    private final List<Document> documents = new ArrayList<>();
    private final SortedMap<String, String> texts = new TreeMap<>();

    private CatalogueFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads every file below the folder; other files than YAML and hidden ones are not looked at. */
    public static CatalogueReading read(Path folder) {
        return new CatalogueFolder(folder).read();
    }

    /** As {@link #read}, with what was read: what a version of the catalogue is kept as. */
    public static FolderReading readWithTexts(Path folder) {
        CatalogueFolder reader = new CatalogueFolder(folder);
        CatalogueReading reading = reader.read();
        return new FolderReading(reading, reader.texts);
    }

    /** As {@link #read(Path)}, with what the files say. */
    public static ReadDocuments documents(Path folder) {
        CatalogueFolder reader = new CatalogueFolder(folder);
        CatalogueReading reading = reader.read();
        return new ReadDocuments(reading, reader.documents);
    }

    /**
     * Writes documents as YAML files, and the JSON Schemas for editors beside them.
     *
     * @param folder is made when it is not there; files in it that are not written stay
     */
    public static void write(List<Document> documents, Path folder) throws IOException {
        for (Document document : documents) {
            Path file = folder.resolve(document.file());
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? folder : parent);
            Files.writeString(file, YamlText.of(document.root()), StandardCharsets.UTF_8);
        }
        Files.createDirectories(folder.resolve("schema"));
        for (FileKind kind : FileKind.values()) {
            Files.writeString(
                    folder.resolve("schema/" + kind.schema()), SchemaCheck.text(kind), StandardCharsets.UTF_8);
        }
    }

    private CatalogueReading read() {
        if (!Files.isDirectory(folder)) {
            findings.add(
                    Place.file("."),
                    Code.NOT_A_FOLDER,
                    (Files.exists(folder) ? "%s 不是文件夹；" : "文件夹 %s 不存在；").formatted(folder) + "请给出目录所在的文件夹。");
            return refused();
        }
        List<String> files = files();
        if (files.isEmpty()) {
            if (!findings.hasErrors()) {
                findings.add(
                        Place.file("."), Code.EMPTY_FOLDER, "文件夹 %s 里没有目录文件（.yaml）；请先放入起步目录再修改。".formatted(folder));
            }
            return refused();
        }
        for (String file : files) {
            Optional<FileKind> kind = FileKind.of(file);
            kind.ifPresentOrElse(
                    known -> text(file).ifPresent(text -> {
                        texts.put(file, text);
                        YamlFile.read(file, text, findings)
                                .ifPresent(root -> documents.add(new Document(file, known, root)));
                    }),
                    () -> unexpected(file));
        }
        missing(files);
        return CatalogueReading.of(documents, Digest.of(texts), findings);
    }

    private CatalogueReading refused() {
        return new CatalogueReading(Optional.empty(), findings.sorted());
    }

    /** Paths of the YAML files below the folder, sorted, with {@code /}. */
    private List<String> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> Files.isRegularFile(path) || Files.isSymbolicLink(path))
                    .map(folder::relativize)
                    .filter(CatalogueFolder::visible)
                    .map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> !path.equals(ChangeNote.FILE))
                    .filter(path -> path.endsWith(".yaml") || path.endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException broken) {
            findings.add(Place.file("."), Code.UNREADABLE, unreadable(folder.toString(), broken));
            return List.of();
        }
    }

    private static boolean visible(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> text(String file) {
        try {
            return FileText.decode(file, Files.readAllBytes(folder.resolve(file)), findings);
        } catch (IOException broken) {
            findings.add(Place.file(file), Code.UNREADABLE, unreadable(file, broken));
            return Optional.empty();
        }
    }

    private static String unreadable(String what, Exception broken) {
        Throwable why = broken.getCause() instanceof IOException cause ? cause : broken;
        if (why instanceof AccessDeniedException) {
            return what + " 没有权限读取；请给运行本程序的用户读权限。";
        }
        return why instanceof NoSuchFileException
                ? what + " 是一个链接，指向的文件不存在；请改正链接或删去它。"
                : what + " 读不出来（" + why.getMessage() + "）；请检查磁盘，或重新复制这个文件。";
    }

    private void unexpected(String file) {
        Optional<String> meant = Stream.of(FileKind.values())
                .map(FileKind::path)
                .filter(path -> path.equals(file.replaceFirst("\\.yml$", ".yaml")))
                .findFirst();
        findings.add(
                Place.file(file),
                Code.UNEXPECTED_FILE,
                "这个文件不属于目录，没有读取；%s。"
                        .formatted(meant.map(path -> "请改名为 " + path)
                                .orElse("目录文件只有 college.yaml、calendar.yaml、organisation.yaml，以及"
                                        + " subjects、points、goals、sources 四个文件夹里的 .yaml 文件")));
    }

    private void missing(List<String> files) {
        for (FileKind kind : FileKind.values()) {
            if (kind.required() && !files.contains(kind.path())) {
                findings.add(
                        Place.file(kind.path()), Code.MISSING_FILE, "缺少文件 %s；请补上它，可以参照起步目录。".formatted(kind.path()));
            }
        }
    }
}
