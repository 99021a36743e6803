package cn.zhengai.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of both databases make the same tables. */
class SchemasTest {
    @RegisterExtension
    static final Databases DATABASES = Databases.atHand();

    private static final Map<String, String> KINDS = Map.of("bigint", "INTEGER", "text", "TEXT", "bytea", "BLOB");

    @TempDir
    Path folder;

    private Jdbi sqlite;
    private Jdbi postgres;

    @BeforeEach
    void create() {
        SqliteLedger.open(folder.resolve("ledger.db")).close();
        DATABASES.open(folder).close();
        sqlite = Jdbi.create("jdbc:sqlite:" + folder.resolve("ledger.db"));
        postgres = Jdbi.create(DATABASES.url(folder));
    }

    @Test
    void sameTablesAndColumns() {
        assertThat(ofPostgres("""
                        SELECT table_name, column_name || ' ' || data_type
                          || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
                          || CASE is_generated WHEN 'ALWAYS' THEN ' GENERATED' ELSE '' END
                        FROM information_schema.columns WHERE table_schema = current_schema()
                        """)).isEqualTo(ofSqlite("""
                        SELECT t.name, c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' NOT NULL' ELSE '' END
                          || CASE WHEN c.hidden > 0 THEN ' GENERATED' ELSE '' END
                        FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'
                        """)).hasSizeGreaterThan(15);
    }

    @Test
    void sameKeysAndIndexes() {
        assertThat(ofPostgres("""
                        SELECT i.indrelid::regclass::text, (SELECT string_agg(a.attname, ',' ORDER BY k.place)
                          FROM unnest(i.indkey::int[]) WITH ORDINALITY k(number, place)
                          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number)
                          || CASE WHEN i.indisunique THEN ' UNIQUE' ELSE '' END
                          || CASE WHEN i.indpred IS NOT NULL THEN ' PARTIAL' ELSE '' END
                        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                        WHERE c.relnamespace = current_schema()::regnamespace
                        """)).isEqualTo(withRowKeys(ofSqlite("""
                        SELECT t.name, (SELECT group_concat(c.name, ',' ORDER BY c.seqno) FROM pragma_index_info(i.name) c)
                          || CASE i."unique" WHEN 1 THEN ' UNIQUE' ELSE '' END
                          || CASE i.partial WHEN 1 THEN ' PARTIAL' ELSE '' END
                        FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table'
                        """)));
    }

    /** The key of a table by number is the table itself in SQLite: no index is listed for it. */
    private Map<String, NavigableSet<String>> withRowKeys(Map<String, NavigableSet<String>> indexes) {
        ofSqlite("""
                SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND c.pk = 1 AND c.type = 'INTEGER' AND t.sql LIKE '%' || c.name || ' INTEGER NOT NULL PRIMARY KEY%'
                """)
                .forEach((table, keys) -> keys.forEach(key ->
                        indexes.computeIfAbsent(table, t -> new TreeSet<>()).add(key + " UNIQUE")));
        return indexes;
    }

    /** From the first common version on, each version has a script for either. */
    @Test
    void everyLaterVersionIsThereTwice() throws IOException, URISyntaxException {
        NavigableSet<Integer> ofPostgres = versions("postgresql");
        NavigableSet<Integer> ofSqlite = versions("sqlite");
        assertThat(ofPostgres).isEqualTo(ofSqlite.tailSet(ofPostgres.first(), true));
    }

    private static NavigableSet<Integer> versions(String scripts) throws URISyntaxException {
        URL folder = Objects.requireNonNull(SchemasTest.class.getResource(scripts));
        NavigableSet<Integer> versions = new TreeSet<>();
        Arrays.stream(Objects.requireNonNull(new File(folder.toURI()).list()))
                .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                .forEach(versions::add);
        return versions;
    }

    private Map<String, NavigableSet<String>> ofSqlite(String question) {
        return ask(sqlite, question);
    }

    private Map<String, NavigableSet<String>> ofPostgres(String question) {
        Map<String, NavigableSet<String>> answer = new TreeMap<>();
        ask(postgres, question).forEach((table, lines) -> {
            NavigableSet<String> alike = new TreeSet<>();
            lines.forEach(line -> alike.add(alike(line)));
            answer.put(table, alike);
        });
        return answer;
    }

    private static String alike(String line) {
        String all = line;
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            all = all.replace(" " + kind.getKey(), " " + kind.getValue());
        }
        return all;
    }

    /** Second column by the first; tables of the scripts only. */
    private static Map<String, NavigableSet<String>> ask(Jdbi jdbi, String question) {
        Map<String, NavigableSet<String>> answer = new TreeMap<>();
        jdbi.useHandle(handle -> handle.select(question)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .filter(one -> !one.getKey().equals("schema_version"))
                .forEach(one -> answer.computeIfAbsent(one.getKey(), table -> new TreeSet<>())
                        .add(one.getValue())));
        return answer;
    }
}
