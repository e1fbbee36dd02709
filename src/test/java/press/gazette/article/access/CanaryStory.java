package press.gazette.article.access;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import org.jspecify.annotations.Nullable;

import press.gazette.newsroom.DeskClient;

/**
 * A published article that is not free, with all types of blocks and a word of its own (a canary) in every text and address
 * behind its preview of two blocks. The first block refers to a footnote that everybody reads, a later one to a footnote that is
 * behind the cut.
 *
 * @param day of publication
 */
public record CanaryStory(String id, String slug, LocalDate day) {

    /** The blocks that everybody reads. */
    public static final int PREVIEW = 2;

    public static final String OPEN = "Everybody reads this.";

    public static final String OPEN_FOOTNOTE = "A footnote for everybody.";

    private static final Pattern PLACE = Pattern.compile("@@");

    private static final String BLOCKS = """
            [{"type":"paragraph","text":[{"text":"Everybody reads this."},{"text":"1","note":"1"}]},
             {"type":"heading","level":2,"text":[{"text":"For everybody too"}]},
             {"type":"paragraph","text":[{"text":"@@"},{"text":"2","note":"2"},{"text":"@@","marks":["strong"],
               "href":"https://example.org/@@","title":"@@"},{"text":"@@","abbr":"@@"},{"text":"@@","ruby":"@@"}]},
             {"type":"heading","level":3,"text":[{"text":"@@"}],"id":"@@"},
             {"type":"quote","text":[{"text":"@@"}],"attribution":"@@","pull":true},
             {"type":"list","ordered":false,"items":[[{"text":"@@"}],[{"text":"@@"}]],
               "levels":[{"depth":0},{"depth":1,"ordered":true}]},
             {"type":"image","url":"https://example.org/@@.jpg","alt":"@@","caption":"@@","credit":"@@",
               "link":"https://example.org/@@","width":4,"height":3},
             {"type":"gallery","images":[{"type":"image","url":"https://example.org/@@.jpg","alt":"@@","caption":"@@"}],
               "caption":"@@"},
             {"type":"video","url":"https://example.org/@@.mp4","poster":"https://example.org/@@.jpg","caption":"@@",
               "credit":"@@","transcript":[[{"text":"@@"}]],
               "tracks":[{"url":"https://example.org/@@.vtt","kind":"captions","language":"en","label":"@@"}]},
             {"type":"audio","url":"https://example.org/@@.mp3","caption":"@@","credit":"@@","transcript":[[{"text":"@@"}]]},
             {"type":"table","rows":[[{"text":[{"text":"@@"}]},{"text":[{"text":"@@"}]}]],"headerRows":1,"caption":"@@"},
             {"type":"embed","provider":"youtube","url":"https://www.youtube.com/watch?v=@@","fallback":"@@","title":"@@",
               "caption":"@@"},
             {"type":"box","kind":"facts","title":"@@","blocks":[{"type":"paragraph","text":[{"text":"@@"}]},
               {"type":"image","url":"https://example.org/@@.jpg","alt":"@@"}]},
             {"type":"file","url":"https://example.org/@@.pdf","name":"@@"},
             {"type":"code","language":"java","text":"@@"},
             {"type":"divider"},
             {"type":"notes","notes":[{"id":"1","text":[{"text":"A footnote for everybody."}]},
               {"id":"2","text":[{"text":"@@"}]}]}]""";

    /**
     * Publishes one.
     *
     * @param day of publication; null: today
     */
    public static CanaryStory published(String title, @Nullable LocalDate day) {
        DeskClient desk = DeskClient.write(
                title, "body", Map.of("blocks", blocks()), "access", Map.of("level", "paid", "preview", PREVIEW));
        desk.put("publication", day == null ? Map.of() : Map.of("publishedAt", day + "T12:00:00Z"))
                .then()
                .statusCode(201);
        Response published = desk.read();
        String date = published.path("publishedAt");
        return new CanaryStory(desk.id(), published.path("slug"), LocalDate.parse(date.substring(0, 10)));
    }

    /** All words behind the cut. */
    public static List<String> canaries() {
        int places = (int) PLACE.matcher(BLOCKS).results().count();
        return IntStream.range(0, places).mapToObj(CanaryStory::canary).toList();
    }

    /** All canaries have the same length, so none is found within a longer one. */
    private static String canary(int number) {
        return "canary-behind-the-cut-" + (1_000 + number);
    }

    /** The blocks as a client sends them. */
    public static List<Object> blocks() {
        Iterator<String> canaries = canaries().iterator();
        String filled = PLACE.matcher(BLOCKS).replaceAll((MatchResult place) -> canaries.next());
        List<?> all = new JsonArray(filled).getList();
        return List.copyOf(all);
    }
}
