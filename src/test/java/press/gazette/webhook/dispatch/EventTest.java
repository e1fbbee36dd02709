package press.gazette.webhook.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The bodies of requests. */
class EventTest {

    @Test
    void bodyIsThinJson() {
        UUID id = UUID.fromString("0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4");
        String json = event(id, List.of("article:" + id, "articles")).json();
        assertThat(new JsonObject(json)).isEqualTo(new JsonObject("""
                        {"type": "article.updated", "timestamp": "2026-11-30T10:00:00Z",
                         "data": {"seq": 7, "id": "%1$s", "slug": "harbour", "href": "/v1/articles/%1$s", "version": 3,
                                  "groups": ["article:%1$s", "articles"]}}""".formatted(id)));
    }

    @Test
    void bodyStaysBelowTwentyKilobytes() {
        List<String> groups = IntStream.range(0, 2_000)
                .mapToObj(i -> "tag:" + UUID.randomUUID())
                .toList();
        String json = event(UUID.randomUUID(), groups).json();
        assertThat(json.getBytes(UTF_8)).hasSizeLessThan(20_001).hasSizeGreaterThan(5_000);
        JsonObject data = new JsonObject(json).getJsonObject("data");
        assertThat(data.getJsonArray("groups").size() + data.getInteger("moreGroups"))
                .isEqualTo(2_000);
    }

    private static Event event(UUID id, List<String> groups) {
        return new Event(
                "article.updated",
                Instant.parse("2026-11-30T10:00:00Z"),
                new Event.Data(7, id, "harbour", null, "/v1/articles/" + id, null, null, 3, groups, null, null));
    }
}
