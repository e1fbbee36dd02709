package press.gazette.article.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.Slow;

/** Due articles that cannot be published do not block the others. */
@Slow
@QuarkusTest
class ScheduledPublisherTest {

    /** More than one query finds, and more than one round tries one by one. */
    private static final int DAMAGED = 1_100;

    @Inject
    EntityManager entities;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void tidyUp() {
        sql("delete from article where slug like 'desk-damaged-%'");
        DeskClient.tidyUp();
    }

    @Test
    void failingArticlesDoNotStopTheOthers() {
        DeskClient model = DeskClient.write("Desk: model");
        damagedCopies(model.id(), DAMAGED);
        DeskClient sound = DeskClient.write("Desk: sound");
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        sound.put("schedule", Map.of("at", soon.toString())).then().statusCode(201);
        awaitPublic("desk-sound");
    }

    @Test
    void failingArticleIsPutOffAndPublishedOnceRepaired() {
        DeskClient model = DeskClient.write("Desk: model");
        double before = failures();
        damagedCopies(model.id(), 1);
        afterWritesOfOthers();
        await().atMost(Duration.ofSeconds(30)).until(() -> failures() > before);
        sql("update article set body = (select m.body from article m where m.slug = 'desk-model'), due_at = publish_at"
                + " where slug = 'desk-damaged-1'");
        afterWritesOfOthers();
        awaitPublic("desk-damaged-1");
    }

    /** The embedded database has no writers but its server, which therefore does not poll it. */
    void afterWritesOfOthers() {
        PausedServer.poll();
    }

    private static void awaitPublic(String slug) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(DeskClient.asReader(slug).statusCode()).isEqualTo(200));
    }

    private double failures() {
        return metrics.counter("gazette.due.rows", "work", "articles", "outcome", "failed")
                .count();
    }

    /** Articles that are due before all others, with an unreadable body. */
    private void damagedCopies(String model, int number) {
        List<?> names = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select lower(column_name) from information_schema.columns"
                                + " where lower(table_name) = 'article' and is_generated = 'NEVER'")
                        .getResultList());
        Map<String, String> values = Map.of(
                "id", uuid(),
                "slug", "'desk-damaged-' || n.x",
                "body", "'damaged'",
                "status", "'scheduled'",
                "publish_at", "timestamp with time zone '2020-02-02 00:00:00+00'",
                "due_at", "timestamp with time zone '2020-02-01 00:00:00+00'");
        String columns = names.stream().map(Object::toString).collect(Collectors.joining(", "));
        String selected = names.stream()
                .map(name -> values.getOrDefault(name.toString(), "a." + name))
                .collect(Collectors.joining(", "));
        sql("insert into article (" + columns + ") select " + selected + " from article a, " + numbers(number)
                + " where a.id = '" + model + "'");
    }

    String uuid() {
        return "random_uuid()";
    }

    String numbers(int number) {
        return "system_range(1, " + number + ") n";
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}
