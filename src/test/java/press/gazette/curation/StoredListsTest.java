package press.gazette.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.newsroom.Newsroom.CLOCK_KEEPER;
import static press.gazette.newsroom.Newsroom.KINO_SAVED;
import static press.gazette.newsroom.Newsroom.NIGHT_TRAMS;
import static press.gazette.newsroom.Newsroom.PUTIN_SPEECHES;
import static press.gazette.newsroom.Newsroom.SALT_HOURS;
import static press.gazette.newsroom.Newsroom.WORLD_NEWS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.curation.content.ListContent;
import press.gazette.json.Json;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/**
 * A release reads the lists that the release before has stored, and stores the same bytes: nodes of both run side by side
 * during an update. The files in {@code lists} are stored contents.
 */
@QuarkusTest
class StoredListsTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"every-shape", "least", "query"})
    void storedContentIsWrittenAsItWasRead(String file) throws IOException {
        String stored = file(file);
        assertThat(Json.column(Json.fromColumn(stored, ListContent.class))).isEqualTo(stored);
    }

    @Test
    void contentsOfTheSampleNewsroomAreWrittenAsTheyWereRead() {
        List<String> contents = column("select cast(r.content as varchar(100000)) from list_revision r");
        assertThat(contents).hasSizeGreaterThan(2);
        for (String stored : contents) {
            assertThat(Json.column(Json.fromColumn(stored, ListContent.class))).isEqualTo(stored);
        }
    }

    @Test
    void deskStoresEveryShapeInTheBytesOfTheFile() throws IOException {
        String picture = Keys.asAdmin().get("/v1/desk/media?limit=1").path("items[0].id");
        ListClient list = ListClient.create(
                "trial-stored",
                "title",
                "Every “shape” é",
                "minItems",
                1,
                "maxItems",
                10,
                "dedupe",
                "none",
                "groups",
                List.of(Map.of("key", "lead", "title", "Lead", "limit", 1), Map.of("key", "rest")),
                "fill",
                List.of(
                        Map.of("query", query(), "group", "lead"),
                        Map.of("list", WORLD_NEWS),
                        Map.of("latestOf", "russia", "group", "rest"),
                        Map.of("query", Map.of())),
                "exclusions",
                List.of(PUTIN_SPEECHES, SALT_HOURS));
        placeEveryShape(list, picture);
        String content = column("select cast(r.content as varchar(100000)) from list_revision r join curated_list l on"
                        + " l.id = r.list_id and l.latest_revision = r.number where l.key = 'trial-stored'")
                .get(0);
        for (Map.Entry<String, String> name : fileNames(list, picture).entrySet()) {
            content = content.replace(name.getKey(), name.getValue());
        }
        assertThat(content).isEqualTo(file("every-shape"));
    }

    private static Map<String, Object> query() {
        return Map.of(
                "tags",
                "putin,-(film|energy)",
                "section",
                "world",
                "type",
                "news",
                "language",
                "en",
                "maxAge",
                "P30D",
                "order",
                "updated");
    }

    private static void placeEveryShape(ListClient list, String picture) {
        list.placed(
                NIGHT_TRAMS,
                "pin",
                2,
                "group",
                "lead",
                "startsAt",
                "2030-01-01T00:00:00Z",
                "endsAt",
                "2031-01-01T00:00:00.5Z",
                "overrides",
                Map.of(
                        "title",
                        "A title of its own",
                        "standfirst",
                        "A standfirst of its own",
                        "kicker",
                        "Profile",
                        "image",
                        picture),
                "supporting",
                List.of(
                        Map.of("article", CLOCK_KEEPER, "title", "Also"),
                        Map.of("article", KINO_SAVED),
                        Map.of("url", "https://trams.example/", "title", "Timetable")));
        list.place("latestOf", "putin").then().statusCode(201);
        list.place(
                        "link",
                        Map.of(
                                "url",
                                "https://tides.example/today",
                                "title",
                                "Tide tables",
                                "kicker",
                                "Service",
                                "standfirst",
                                "High water at noon.",
                                "image",
                                picture),
                        "group",
                        "rest")
                .then()
                .statusCode(201);
        list.place("link", Map.of("url", "https://tides.example/tomorrow", "title", "Tomorrow"), "overrides", Map.of())
                .then()
                .statusCode(201)
                .body("entries.size()", equalTo(4));
    }

    /** The ids of the running newsroom, each with the id that the file has in its place. */
    private static Map<String, String> fileNames(ListClient list, String picture) {
        List<String> articles = List.of(NIGHT_TRAMS, CLOCK_KEEPER, PUTIN_SPEECHES, SALT_HOURS, KINO_SAVED);
        List<String> tags = List.of("putin", "film", "energy", "world", "russia");
        List<String> entries = list.read().path("entries.id");
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            names.put(id("article where slug = '" + articles.get(i) + "'"), fileId(7, 0x1 + i));
        }
        for (int i = 0; i < tags.size(); i++) {
            names.put(id("tag where slug = '" + tags.get(i) + "'"), fileId(7, 0xa + i));
        }
        for (int i = 0; i < entries.size(); i++) {
            names.put(entries.get(i), fileId(4, 0x21 + i));
        }
        names.put(id("curated_list where key = 'world-news'"), fileId(7, 0x11));
        names.put(picture, fileId(7, 0x31));
        return names;
    }

    private static String fileId(int version, int number) {
        return "0a000000-0000-%d000-8000-%012x".formatted(version, number);
    }

    private static String id(String row) {
        return column("select cast(id as varchar) from " + row).get(0);
    }

    private static List<String> column(String sql) {
        List<?> texts = QuarkusTransaction.requiringNew()
                .call(() ->
                        ListRevision.getEntityManager().createNativeQuery(sql).getResultList());
        return texts.stream().map(Object::toString).toList();
    }

    private static String file(String name) throws IOException {
        try (InputStream file = StoredListsTest.class.getResourceAsStream("/lists/" + name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
