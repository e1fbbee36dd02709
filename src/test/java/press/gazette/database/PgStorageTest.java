package press.gazette.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.OnPostgresql;

/** A PostgreSQL with a full disk, simulated by triggers that fail when a row is inserted or a table is created. */
@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgStorageTest {

    private static final String FULL = "begin raise exception 'could not extend file' using errcode = '53100'; end";

    @Inject
    AgroalDataSource database;

    @Inject
    Storage storage;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @AfterEach
    void makeRoom() throws SQLException {
        execute("drop event trigger if exists no_room_for_tables");
        execute("drop trigger if exists no_room_for_rows on tag");
    }

    @Test
    void fullDiskRejectsWritesUntilThereIsSpace() throws SQLException {
        execute("create or replace function fail_for_rows() returns trigger language plpgsql as $$" + FULL + "$$");
        execute("create or replace function fail_for_tables() returns event_trigger language plpgsql as $$" + FULL
                + "$$");
        execute("create trigger no_room_for_rows before insert on tag execute function fail_for_rows()");
        execute("create event trigger no_room_for_tables on ddl_command_start when tag in ('CREATE TABLE AS') "
                + "execute function fail_for_tables()");
        for (int i = 0; i < 2; i++) {
            coin().then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"), "detail", equalTo(Storage.REFUSAL));
        }
        given().get("/v1/tags?limit=3").then().statusCode(200);
        given().get(readiness)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'storage' }.data.failingSince", notNullValue());
        makeRoom();
        await().until(() -> storage.failingSince() == null);
        Response coined = coin();
        coined.then().statusCode(201);
        Keys.as(Keys.BOOTSTRAP)
                .header("If-Match", "*")
                .delete(coined.header("Location"))
                .then()
                .statusCode(204);
        assertThat(storage.failingSince()).isNull();
    }

    private static Response coin() {
        return Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(Map.of("name", "Full disk", "type", "keyword"))
                .post("/v1/desk/tags");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
