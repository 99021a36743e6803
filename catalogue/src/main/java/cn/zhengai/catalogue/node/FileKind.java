package cn.zhengai.catalogue.node;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files a catalogue consists of; each has its own schema. */
public enum FileKind {
    COLLEGE("college.yaml", "cycles"),
    /** The only file that may be missing: then school is kept from Monday to Friday, without holidays. */
    CALENDAR("calendar.yaml", "holidays"),
    ORGANISATION("organisation.yaml", "units"),
    SUBJECTS("subjects/", "subjects"),
    POINTS("points/", "points"),
    GOALS("goals/", "goals"),
    SOURCES("sources/", "sources");

    private final String path;
    private final String list;

    FileKind(String path, String list) {
        this.path = path;
        this.list = list;
    }

    /** Path of the one file, or of the folder with any number of files (ends with {@code /}). */
    public String path() {
        return path;
    }

    /** Key of the list of entries. */
    public String list() {
        return list;
    }

    /** At most one such file may exist. */
    public boolean single() {
        return !path.endsWith("/");
    }

    /** Exactly one such file must exist. */
    public boolean required() {
        return single() && this != CALENDAR;
    }

    /** Name of the schema below {@code schema/}: {@code points.schema.json}. */
    public String schema() {
        return (single() ? path.substring(0, path.indexOf('.')) : path.substring(0, path.length() - 1))
                + ".schema.json";
    }

    /** The kind of a file by its path below the catalogue folder; empty for a file that is none of the catalogue's. */
    public static Optional<FileKind> of(String file) {
        return Arrays.stream(values()).filter(kind -> kind.takes(file)).findFirst();
    }

    private boolean takes(String file) {
        return single()
                ? file.equals(path)
                : file.startsWith(path)
                        && file.indexOf('/', path.length()) < 0
                        && (file.endsWith(".yaml") || file.endsWith(".yml"));
    }
}
