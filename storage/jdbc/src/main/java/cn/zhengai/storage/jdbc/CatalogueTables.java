package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Draft;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.CatalogueVersion.Publication;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Versions of the catalogue in their tables. */
final class CatalogueTables implements CatalogueLedger {
    private static final String HEAD =
            "SELECT number, digest, in_force_from, recorded_at, author, reason FROM catalogue_version";

    private final Database database;

    CatalogueTables(Database database) {
        this.database = database;
    }

    @Override
    public Head keep(Draft draft) {
        return database.write("保存目录版本", handle -> {
            database.dialect().guard(handle, "catalogue");
            Optional<Head> newest = handle.select(HEAD + " ORDER BY number DESC LIMIT 1")
                    .map(Row.as(CatalogueTables::head))
                    .findFirst();
            LocalDate from = draft.publication().from();
            return newest.filter(
                            n -> n.digest().equals(draft.digest()) && n.from().equals(from))
                    .orElseGet(() -> insert(handle, newest.map(Head::number).orElse(0) + 1, draft));
        });
    }

    private static Head insert(Handle handle, int number, Draft draft) {
        Publication p = draft.publication();
        handle.execute(
                "INSERT INTO catalogue_version (number, digest, in_force_from, recorded_at, author, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                number,
                draft.digest(),
                p.from().toString(),
                Millis.of(p.recordedAt()),
                p.author(),
                p.reason());
        List<Map.Entry<String, String>> files = List.copyOf(draft.files().entrySet());
        Rows.insert(
                handle,
                "INSERT INTO catalogue_text (sha, packed) VALUES (?, ?) ON CONFLICT (sha) DO NOTHING",
                files,
                file -> new Object[] {PackedText.sha(file.getValue()), PackedText.pack(file.getValue())});
        Rows.insert(handle, "INSERT INTO catalogue_file (version, path, sha) VALUES (?, ?, ?)", files, file ->
                new Object[] {number, file.getKey(), PackedText.sha(file.getValue())});
        return new Head(
                number,
                draft.digest(),
                p.from(),
                Instant.ofEpochMilli(Millis.of(p.recordedAt())),
                p.author(),
                p.reason());
    }

    @Override
    public List<Head> heads() {
        return database.read(
                "读取目录版本",
                handle -> handle.select(HEAD + " ORDER BY number")
                        .map(Row.as(CatalogueTables::head))
                        .list());
    }

    @Override
    public Optional<CatalogueVersion> version(int number) {
        return database.read(
                "读取目录版本",
                handle -> handle.select(HEAD + " WHERE number = ?", number)
                        .map(Row.as(CatalogueTables::head))
                        .findFirst()
                        .map(head -> new CatalogueVersion(head, files(handle, number))));
    }

    private static SortedMap<String, String> files(Handle handle, int number) {
        SortedMap<String, String> files = new TreeMap<>();
        handle.select(
                        "SELECT f.path, t.packed FROM catalogue_file f JOIN catalogue_text t ON t.sha = f.sha"
                                + " WHERE f.version = ?",
                        number)
                .map(Row.as(row -> Map.entry(row.getString("path"), PackedText.unpack(row.getBytes("packed")))))
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        return files;
    }

    private static Head head(Row row) throws SQLException {
        return new Head(
                row.getInt("number"),
                row.getString("digest"),
                LocalDate.parse(row.getString("in_force_from")),
                Rows.instant(row, "recorded_at"),
                row.getString("author"),
                row.getString("reason"));
    }
}
