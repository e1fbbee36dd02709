package press.gazette.exporter.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The columns of exports are those of the database. */
class TableColumnsTest {

    @Test
    void columnsAreThoseOfTheDatabaseWithoutComputedOnes() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=KEY");
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/common", "db/migration/h2")
                .load()
                .migrate();
        try (Connection connection = database.getConnection()) {
            TableColumns columns = TableColumns.read(connection);
            assertThat(columns.of(ExportedTable.ARTICLE))
                    .containsKeys("id", "firstPublishedAt", "publicBody")
                    .doesNotContainKey("renewedAt");
            assertThat(columns.of(ExportedTable.CHANGE)).doesNotContainKey("type");
            assertThat(columns.key(ExportedTable.TAGGING).stream().map(Column::name))
                    .containsExactly("article_id", "tag_id");
            assertThat(Stream.of(ExportedTable.values())
                            .flatMap(table -> columns.of(table).values().stream())
                            .map(column -> column.table().table() + "." + column.name())
                            .collect(Collectors.toSet()))
                    .as("columns with checks")
                    .containsAll(StoredJson.columns());
        }
    }

    @Test
    void everyTableIsInOnePart() {
        assertThat(Stream.of(Part.values()).flatMap(part -> part.tables().stream()))
                .containsExactlyInAnyOrder(ExportedTable.values());
    }
}
