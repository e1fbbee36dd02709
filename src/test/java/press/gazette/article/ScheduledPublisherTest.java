package press.gazette.article;

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
import press.gazette.newsroom.Slow;
import press.gazette.newsroom.StillClock;

/** Articles that are due and cannot be published stand in nobody's way. */
@Slow
@QuarkusTest
class ScheduledPublisherTest {

    /** More than one look finds, and more than one round tries alone. */
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
    void articlesThatCannotBePublishedStopNoOther() {
        DeskClient model = DeskClient.write("Desk: model");
        damagedCopies(model.id(), DAMAGED);
        DeskClient sound = DeskClient.write("Desk: sound");
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        sound.put("schedule", Map.of("at", soon.toString())).then().statusCode(201);
        awaitPublic("desk-sound");
    }

    @Test
    void anArticleThatFailsIsPutOffAndPublishedOnceItIsMended() {
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

    /** The embedded database has no other writers than its server, which therefore looks for none. */
    void afterWritesOfOthers() {
        StillClock.look();
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

    /** Articles that are due before all others, with a body that cannot be read. */
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
