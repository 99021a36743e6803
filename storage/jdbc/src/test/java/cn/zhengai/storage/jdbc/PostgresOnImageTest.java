package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The image that docker-compose.yml runs keeps every contract of the ledger. */
@Tag("images")
class PostgresOnImageTest extends PostgresContracts {
    @RegisterExtension
    static final Databases DATABASES = Databases.of(PostgresImage::start);

    @Override
    Ledger ledger(Path home) {
        return DATABASES.open(home);
    }
}
