package press.gazette.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.TestTags;

/** Random acts at the desk that readers notice, or do not, with articles, tags and a list of their own. */
public final class DeskActs {

    /** The parameters of copies that are compared after the acts. */
    public static final List<String> FILTERS = List.of(
            "limit=20&include=content",
            "limit=1",
            "limit=7",
            "types=article,tag&limit=3",
            "types=article&tags=trial-a&limit=5&include=content",
            "types=article&tags=trial-a%7C-trial-b&limit=100",
            "types=list,page,media");

    private final Random random;
    private final List<DeskClient> articles = new ArrayList<>();
    private final List<String> tags = List.of("trial-a", "trial-b", "trial-c");
    private final ListClient list;
    private int names;

    /** The tag {@code averil} must exist. */
    public DeskActs(Random random) {
        this.random = random;
        tags.forEach(tag -> TestTags.keyword(tag, "active"));
        list = ListClient.create("trial-model");
    }

    /** Reads all versions again: a request may have had no response. */
    public void readAgain() {
        articles.forEach(DeskClient::read);
        list.read();
    }

    /** Does the next act; returns a word for it, and the status. */
    public String act() {
        int act = random.nextInt(14);
        if (articles.isEmpty() || act == 0) {
            articles.add(DeskClient.published("Desk: story " + names++, "tags", someTags()));
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
                article.patch(Map.of("tags", someTags()));
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
            case 11 -> list(article);
            case 12 -> tag();
            default -> merger();
        };
        return act + ": " + status;
    }

    private int list(DeskClient article) {
        list.place("article", article.id());
        return random.nextInt(4) == 0
                ? list.remove("/publication").statusCode()
                : list.publish().statusCode();
    }

    private int tag() {
        String tag = tags.get(random.nextInt(tags.size()));
        return TestTags.patch(tag, "{\"name\": \"Trial name " + names++ + "\"}").statusCode();
    }

    private int merger() {
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

    private List<String> someTags() {
        List<String> some = new ArrayList<>(List.of("averil"));
        tags.stream().filter(tag -> random.nextBoolean()).forEach(some::add);
        return some;
    }
}
