package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * One article and the five requests that create it, in order: write, edit, publish, edit, publish. Each of them writes
 * to many tables; {@link #stored} lists the result. After a kill the database must have the result of all acknowledged
 * requests and, if one had no response, all of its result or nothing.
 *
 * <p>Used by one writer; the slug is also its Idempotency-Key.
 */
final class ArticleScript {

    static final List<String> TAGS = List.of("harbour", "council");

    private static final int LENGTH = 5;
    private static final List<String> METHODS = List.of("POST", "PATCH", "PUT", "PATCH", "PUT");

    /** The requests that create revisions, from 1. */
    private static final List<Integer> SAVES = List.of(1, 2, 4);

    private static final int FIRST_PUBLICATION = 3;
    private static final int CREATED = 201;

    private final String slug;
    private int acknowledged;
    private boolean unanswered;

    ArticleScript(String slug) {
        this.slug = slug;
    }

    boolean isComplete() {
        return acknowledged == LENGTH;
    }

    /** True if a request was sent and had no response. */
    boolean isUnanswered() {
        return unanswered;
    }

    String slug() {
        return slug;
    }

    int acknowledged() {
        return acknowledged;
    }

    /** Sends the next request. The ETag is the number of requests so far: each write is one version. */
    void sendNext(Editor editor) throws IOException {
        unanswered = true;
        int number = acknowledged + 1;
        Reply reply = send(editor, number);
        assertThat(reply.status())
                .as("%s %d: %s", slug, number, reply.content())
                .isIn(200, CREATED);
        assertThat(reply.etag()).as("%s %d", slug, number).isEqualTo(etag(number));
        acknowledged = number;
        unanswered = false;
    }

    private Reply send(Editor editor, int number) throws IOException {
        String path = "/v1/desk/articles/" + slug;
        return switch (METHODS.get(number - 1)) {
            case "POST" -> editor.post("/v1/desk/articles", draft(), "Idempotency-Key", slug);
            case "PATCH" -> editor.patch(path, etag(acknowledged), Map.of("title", title(number)));
            default -> editor.put(path + "/publication", etag(acknowledged), Map.of());
        };
    }

    private Map<String, Object> draft() {
        return Map.of("slug", slug, "type", "news", "language", "en", "title", title(1), "tags", TAGS);
    }

    /** The possible states in the database; null for no article. */
    List<@Nullable StoredArticle> possible() {
        return unanswered
                ? Arrays.asList(stored(acknowledged), stored(acknowledged + 1))
                : Arrays.asList(stored(acknowledged));
    }

    /**
     * Finds out after a kill if the request without a response was done. If it was the first one, it is repeated with
     * its Idempotency-Key and must succeed.
     *
     * @return true if it was done
     */
    boolean resume(Editor editor, @Nullable StoredArticle found) {
        boolean done = unanswered && found != null && found.equals(stored(acknowledged + 1));
        if (unanswered && acknowledged == 0) {
            Reply repeated = editor.repeat("/v1/desk/articles", draft(), slug);
            assertThat(repeated.status()).as(repeated.content()).isEqualTo(CREATED);
            assertThat(repeated.isReplayed()).as("%s had been written", slug).isEqualTo(done);
            acknowledged = 1;
        } else if (done) {
            acknowledged++;
        }
        unanswered = false;
        return done;
    }

    /** Asserts that readers and the desk get the acknowledged state. */
    void assertServed(Editor editor) throws IOException {
        if (acknowledged > 0) {
            Reply desk = editor.get("/v1/desk/articles/" + slug);
            assertThat(desk.etag()).as(slug).isEqualTo(etag(acknowledged));
            assertThat(desk.text("title")).as(slug).isEqualTo(title(lastSave(acknowledged)));
        }
        Reply reader = editor.get("/v1/articles/" + slug);
        assertThat(reader.status()).as(slug).isEqualTo(acknowledged < FIRST_PUBLICATION ? 404 : 200);
        if (reader.status() == 200) {
            assertThat(reader.text("title")).as(slug).isEqualTo(title(live(acknowledged)));
        }
    }

    /** The state in the database after this many requests; null if there were none. */
    private @Nullable StoredArticle stored(int requests) {
        if (requests == 0) {
            return null;
        }
        boolean published = requests >= FIRST_PUBLICATION;
        return new StoredArticle(
                published ? "published" : "draft",
                title(live(requests)),
                requests,
                SAVES.stream().filter(save -> save <= requests).map(this::title).toList(),
                IntStream.rangeClosed(1, requests)
                        .mapToObj(i -> METHODS.get(i - 1) + " " + i)
                        .toList(),
                List.of("created", "updated").subList(0, requests == LENGTH ? 2 : published ? 1 : 0),
                TAGS.stream().map(tag -> published).toList(),
                true);
    }

    private String title(int request) {
        return "Request " + request + " of " + slug;
    }

    /** The number of the request whose title the article itself has. */
    private static int live(int requests) {
        return requests == LENGTH ? 4 : Math.min(requests, 2);
    }

    private static int lastSave(int requests) {
        return SAVES.stream().filter(save -> save <= requests).reduce(1, Math::max);
    }

    private static String etag(int version) {
        return "\"" + version + "\"";
    }
}
