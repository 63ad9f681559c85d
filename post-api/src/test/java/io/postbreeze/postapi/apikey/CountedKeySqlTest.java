package io.postbreeze.postapi.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.SqlConnectOptions;
import org.junit.jupiter.api.Test;

class CountedKeySqlTest {

    @Test
    void theDriverKeepsTheStatementPrepared() {
        assertThat(CountedKeySql.TEXT)
                .hasSizeLessThan(SqlConnectOptions.DEFAULT_PREPARED_STATEMENT_CACHE_SQL_LIMIT)
                .doesNotContain("MARKS", "_SET", "_USED");
    }
}
