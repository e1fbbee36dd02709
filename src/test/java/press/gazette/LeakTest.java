package press.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.cache.RenderedCache;
import press.gazette.change.ChangesCommitted;
import press.gazette.change.Invalidation;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.EditedArticle;
import press.gazette.newsroom.HiddenContent;
import press.gazette.newsroom.PausedServer;

/**
 * Promise F10: hidden content changes no byte of any public response, including headers. Every GET of the contract is
 * sent with every example, with further parameters, and at the URLs of all hidden content: once with hidden content
 * present, once without it but after the desk has edited a live article and planned its expiry. With the cache, as
 * here, each is sent twice and the cached response is compared too; on PostgreSQL the cache is off.
 */
@QuarkusTest
@TestProfile(CachingServer.class)
class LeakTest {

    /** Headers that differ between responses. */
    private static final Set<String> OF_ONE_RESPONSE = Set.of("date", "trace-id", "ratelimit");

    /** A rendered response is sent in chunks, a cached one has a length. */
    private static final Set<String> OF_SENDING = Set.of("content-length", "transfer-encoding");

    @TestHTTPResource("/")
    URI server;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    RenderedCache cache;

    @Inject
    Event<ChangesCommitted> commits;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void hiddenContentChangesNoByteOfAnyResponse() {
        EditedArticle live = EditedArticle.published();
        HiddenContent hidden = HiddenContent.create(database, clock.instant());
        DeskClient linking = linkingTo(hidden.articles());
        List<String> addresses = Stream.of(hidden.addresses(), live.addresses(), List.of(linking.id()))
                .flatMap(List::stream)
                .toList();
        Map<String, String> before;
        try {
            before = answers(addresses);
        } finally {
            hidden.remove();
        }
        live.edit();
        Map<String, String> after = answers(addresses);
        assertThat(before).hasSizeGreaterThan(300);
        before.forEach((url, answer) -> assertThat(answer).as(url).isEqualTo(after.get(url)));
        before.forEach(LeakTest::assertNothingHiddenIn);
        after.forEach(LeakTest::assertNothingHiddenIn);
    }

    /** A public article whose body links to hidden ones by their ids. Without them, it links to nothing. */
    private static DeskClient linkingTo(List<UUID> articles) {
        String links = articles.stream()
                .map(id -> "<p>See <a data-article=\"" + id + "\">this</a>.</p>")
                .collect(Collectors.joining());
        DeskClient desk = DeskClient.write("Desk: leak links", "body", Map.of("html", links));
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }

    private static void assertNothingHiddenIn(String url, String answer) {
        assertThat(url.contains(HiddenContent.CANARY)
                        || !answer.replace(url, "").contains(HiddenContent.CANARY))
                .as(url)
                .isTrue();
    }

    /** Invalidates everything, since the content was written behind the server. */
    private void invalidateEverything() {
        commits.fire(new ChangesCommitted(List.of(new Invalidation(0, List.of(), false))));
    }

    private Map<String, String> answers(List<String> hiddenAddresses) {
        PausedServer.awaitSettledDates();
        invalidateEverything();
        Map<String, String> answers = new LinkedHashMap<>();
        Set<String> first = new LinkedHashSet<>(PublicUrls.examples());
        first.addAll(PublicUrls.FURTHER);
        for (String address : hiddenAddresses) {
            PublicUrls.AT_A_HIDDEN_ADDRESS.forEach(url -> first.add(url.formatted(address)));
        }
        first.forEach(url -> answer(url, answers));
        if (cache.isEnabled()) {
            Map<String, String> cached = new LinkedHashMap<>();
            first.forEach(url -> answer(url, cached));
            cached.forEach((url, answer) -> assertThat(answer).as(url).isEqualTo(answers.get(url)));
        }
        return answers;
    }

    /** Reads all pages. */
    private void answer(String url, Map<String, String> answers) {
        HttpResponse<byte[]> response = get(url);
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!OF_ONE_RESPONSE.contains(name) && !(cache.isEnabled() && OF_SENDING.contains(name))) {
                headers.put(name, String.join(", ", values));
            }
        });
        String content = decoded(response);
        answers.put(url, response.statusCode() + "\n" + headers + "\n" + content);
        boolean isListing = response.statusCode() == 200
                && response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        String next = isListing ? new JsonObject(content).getString("next") : null;
        if (next != null && !answers.containsKey(next)) {
            answer(next, answers);
        }
    }

    /** The client of REST Assured would take most of the time of these thousands of requests. */
    private HttpResponse<byte[]> get(String url) {
        try {
            return client.send(
                    HttpRequest.newBuilder(server.resolve(url))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(url, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(HttpResponse<byte[]> response) {
        boolean isCompressed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream bytes = new ByteArrayInputStream(response.body());
                InputStream content = isCompressed ? new GZIPInputStream(bytes) : bytes) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
