package press.gazette.change;

import java.sql.Statement;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgLastChangeTest extends LastChangeTest {

    @Override
    void analyze() {
        Panache.getSession(Change.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze removal");
            }
        });
    }

    @Override
    boolean isOrderedByAnIndex(String plan) {
        return plan.contains("Index Scan") && !plan.contains("Sort");
    }
}
