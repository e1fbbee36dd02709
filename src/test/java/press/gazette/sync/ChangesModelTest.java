package press.gazette.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.compaction.LedgerCompactor;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.TestTags;

/**
 * The model of the feed: after any acts at the desk, read at any moments with any filter and page size, a copy that has
 * followed the changes equals a new copy.
 */
@QuarkusTest
class ChangesModelTest {

    private static final int ACTS = 60;
    private static final Instant FUTURE = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    LedgerCompactor compactor;

    private final List<DeskClient> articles = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private ListClient list;
    private int names;

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void copyThatFollowsEqualsANewOne(long seed) {
        Random random = new Random(seed);
        for (String tag : List.of("trial-a", "trial-b", "trial-c")) {
            TestTags.keyword(tag, "active");
            tags.add(tag);
        }
        list = ListClient.create("trial-model");
        List<String> filters = List.of(
                "limit=20&include=content",
                "limit=1",
                "limit=7",
                "types=article,tag&limit=3",
                "types=article&tags=trial-a&limit=5&include=content",
                "types=article&tags=trial-a%7C-trial-b&limit=100",
                "types=list,page,media");
        List<Copy> copies = filters.stream().map(Copy::new).toList();
        copies.forEach(Copy::complete);
        List<String> acts = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            acts.add(act(random));
            copies.stream().filter(copy -> random.nextInt(4) == 0).forEach(Copy::step);
            if (random.nextInt(20) == 0) {
                compact();
                acts.add("compact");
            }
        }
        for (int i = 0; i < copies.size(); i++) {
            Copy followed = copies.get(i).complete();
            Map<String, String> anew = new Copy(filters.get(i)).complete().contents();
            assertThat(followed.contents())
                    .as("%s after %s", filters.get(i), acts)
                    .isEqualTo(anew);
            if (!filters.get(i).contains("tags=")) {
                assertThat(followed.restarts()).isZero();
            }
        }
    }

    private String act(Random random) {
        int act = random.nextInt(14);
        if (articles.isEmpty() || act == 0) {
            articles.add(DeskClient.published("Desk: story " + names++, "tags", someTags(random)));
            return "publish";
        }
        DeskClient article = articles.get(random.nextInt(articles.size()));
        // Moves that the state forbids are rejected with 409, which is an act too.
        int status = switch (act) {
            case 1, 2 -> {
                article.patch(Map.of("title", "Desk: title " + names++));
                yield article.put("publication", Map.of()).statusCode();
            }
            case 3 -> {
                article.patch(Map.of("slug", "desk-moved-" + names++));
                yield random.nextBoolean()
                        ? article.put("publication", Map.of()).statusCode()
                        : 0;
            }
            case 4, 5 -> {
                article.patch(Map.of("tags", someTags(random)));
                yield article.put("publication", Map.of()).statusCode();
            }
            case 6 -> article.put("embargo", Map.of("until", "indefinite")).statusCode();
            case 7 -> article.delete("/embargo").statusCode();
            case 8 -> article.put("withdrawal", Map.of("reason", "error")).statusCode();
            case 9 -> article.delete("/publication").statusCode();
            case 10 ->
                article.put(
                                "expiry",
                                Map.of("at", random.nextBoolean() ? "2020-01-01T00:00:00Z" : "2100-01-01T00:00:00Z"))
                        .statusCode();
            case 11 -> list(random, article);
            case 12 -> tag(random);
            default -> merger(random);
        };
        return act + ": " + status;
    }

    private int list(Random random, DeskClient article) {
        list.place("article", article.id());
        return random.nextInt(4) == 0
                ? list.remove("/publication").statusCode()
                : list.publish().statusCode();
    }

    private int tag(Random random) {
        String tag = tags.get(random.nextInt(tags.size()));
        return TestTags.patch(tag, "{\"name\": \"Trial name " + names++ + "\"}").statusCode();
    }

    private int merger(Random random) {
        if (random.nextInt(3) > 0) {
            return 0;
        }
        String from = "trial-merged-" + names++;
        TestTags.keyword(from, "active");
        DeskClient.published("Desk: merged " + names++, "tags", List.of(from, "trial-b"));
        return Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("into", tags.get(random.nextInt(tags.size()))))
                .put(TestTags.TAGS + "/" + from + "/merger")
                .statusCode();
    }

    private List<String> someTags(Random random) {
        List<String> some = new ArrayList<>(List.of("averil"));
        tags.stream().filter(tag -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    private void compact() {
        boolean more = true;
        while (more) {
            more = compactor.compact(FUTURE);
        }
    }
}
