package cn.zhengai.storage.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no dashboard asks is refused, and said by name. */
class RefusedTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "DROP MEASUREMENT \"share\"; SELECT",
                "SELECT \"total\" FROM \"share\", \"warning\"; ,",
                "SELECT stddev(\"total\") FROM \"share\"; stddev",
                "SELECT \"total\" FROM \"reading\"; reading",
                "SELECT \"total\" FROM \"nowhere\"; nowhere",
                "SELECT \"totals\" FROM \"share\"; totals",
                "SELECT \"level\" FROM \"share\"; 字段",
                "SELECT * FROM \"share\"; *",
                "SELECT \"total\" INTO \"other\" FROM \"share\"; INTO",
                "SELECT sum(\"level\") FROM \"share\"; level",
                "SELECT sum(\"name\") FROM \"org_unit\"; name",
                "SELECT \"total\", \"total\" FROM \"share\"; total",
                "SELECT \"total\" FROM \"share\" WHERE \"total\" = 'x'; total",
                "SELECT \"total\" FROM \"share\" WHERE \"level\" =~ /[a-z]/; [",
                "SELECT \"total\" FROM \"share\" WHERE \"level\" =~ /(?i)x/; ?",
                "SELECT \"total\" FROM \"share\" WHERE \"level\" =~ /\\d/; \\d",
                "SELECT \"total\" FROM \"share\" WHERE time > now(); now",
                "SELECT \"total\" FROM \"share\" WHERE time > 1ms OR \"total\" = 1; time",
                "SELECT sum(\"total\") FROM \"share\" GROUP BY time(7d); 起止",
                "SELECT sum(\"total\") FROM \"share\" WHERE time >= 0ms and time <= 1999999999999ms GROUP BY time(1s); 太多",
                "SELECT sum(\"total\") FROM \"share\" LIMIT 3; LIMIT",
                "SELECT last(\"total\"), \"met\" FROM \"share\" WHERE time >= 0ms and time <= 9ms GROUP BY time(7d); 其他列",
                "SELECT sum(\"a\") FROM (SELECT sum(\"b\") AS \"a\" FROM (SELECT sum(\"met\") AS \"b\" FROM \"share\")); 嵌套",
                "SHOW TAG VALUES FROM \"share\" WITH KEY = \"total\"; total",
                "SHOW MEASUREMENTS; TAG",
                "SELECT \"total\" FROM \"share\" WHERE \"level\" = 'x; 引号"
            })
    void byName(String query, String named) {
        try (ResultStore store = new ResultStore(folder)) {
            assertThatThrownBy(() -> store.ask(query))
                    .isInstanceOf(PortException.class)
                    .hasMessageContaining(named)
                    .extracting(e -> ((PortException) e).trouble())
                    .isEqualTo(Trouble.REFUSED);
        }
    }

    @Test
    void nothingIsThereBeforeTheFirstPoint() {
        try (ResultStore store = new ResultStore(folder)) {
            assertThat(store.ask("SELECT \"total\" FROM \"share\"")).isEmpty();
            assertThat(store.ask("SHOW TAG VALUES FROM \"share\" WITH KEY = \"unit\""))
                    .isEmpty();
        }
    }
}
