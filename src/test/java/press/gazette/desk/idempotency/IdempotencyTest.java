package press.gazette.desk.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.desk.Note;
import press.gazette.newsroom.Parallel;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** A repeated request is done once. */
@QuarkusTest
class IdempotencyTest {

    private static final String NOTES = "/v1/desk/notes";

    private static final int REPETITIONS = 50;

    @Inject
    Sweeper sweeper;

    final String key = "key-" + UUID.randomUUID();
    final String draft = draft("A title");

    @Test
    void repeatedRequestGetsTheStoredResponse() {
        Response first = post(key, draft);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Response second = post(key, draft);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        for (String name : List.of("Location", "ETag", "Content-Type", "Cache-Control")) {
            assertThat(second.header(name)).as(name).isEqualTo(first.header(name));
        }
        post("\"" + key + "\"", draft).then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void minimalResponseIsReplayedWithoutContent() {
        for (String replayed : new String[] {null, "true"}) {
            given().contentType("application/json")
                    .header("Idempotency-Key", key)
                    .header("Prefer", "return=minimal")
                    .body(draft)
                    .post(NOTES)
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"0\"")
                    .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed))
                    .body(equalTo(""));
        }
    }

    @Test
    void differentRequestWithTheSameKeyIsRejected() {
        post(key, draft).then().statusCode(201);
        post(key, draft("Another title")).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(draft)
                .post(NOTES + "?dryRun=false")
                .then()
                .statusCode(422);
    }

    @Test
    void concurrentRepetitionsAreDoneOnce() throws Exception {
        List<Response> responses = Parallel.run(REPETITIONS, number -> post(key, draft));
        assertThat(responses)
                .allSatisfy(response -> assertThat(response.statusCode()).isIn(201, 409));
        assertThat(responses.stream()
                        .filter(response ->
                                response.statusCode() == 201 && response.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(responses.stream().filter(response -> response.statusCode() == 409))
                .allSatisfy(response -> {
                    assertThat(response.<String>path("code")).isEqualTo("idempotency-key-in-use");
                    assertThat(response.header("Retry-After")).isEqualTo("1");
                });
        assertThat(notes()).isEqualTo(1);
        post(key, draft).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void failedRequestMayBeRetriedWithTheSameKey() {
        post(key, draft("refused")).then().statusCode(409).body("code", equalTo("conflict"));
        post(key, draft("failing")).then().statusCode(500);
        post(key, "{").then().statusCode(400);
        assertThat(notes()).isZero();
        post(key, draft).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void keyClaimedByAnotherNodeIsInUse() {
        claimed(key, Instant.now(), Duration.ofMinutes(1));
        post(key, draft)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("code", equalTo("idempotency-key-in-use"));
        post(key, draft("Another title")).then().statusCode(422);
        assertThat(notes()).isZero();
    }

    @Test
    void expiredClaimIsTakenOver() {
        UUID dead = claimed(key, Instant.now().minusSeconds(61), Duration.ofSeconds(60));
        post(key, draft).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(notes()).isEqualTo(1);
        Acknowledgement late = new Acknowledgement(201, null, null, null);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> IdempotencyRecord.finish(dead, late, Instant.now())))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_IN_USE));
        QuarkusTransaction.requiringNew().run(() -> IdempotencyRecord.release(dead));
        post(key, draft).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void responseIsStoredForADay() {
        post(key, draft).then().statusCode(201);
        age(key, Duration.ofHours(23));
        sweeper.sweep();
        post(key, draft).then().statusCode(201).header("Idempotency-Replayed", "true");
        age(key, Duration.ofHours(2));
        post(key, draft("Another title")).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void expiredRecordsAreRemoved() {
        post(key, draft).then().statusCode(201);
        claimed(key + "-dead", Instant.now(), Duration.ofMinutes(1));
        post(key + "-new", draft("Another title")).then().statusCode(201);
        age(key, Duration.ofHours(25));
        age(key + "-dead", Duration.ofHours(25));
        await().untilAsserted(() -> {
            sweeper.sweep();
            assertThat(claims(key)).isZero();
        });
        assertThat(claims(key + "-dead")).isZero();
        assertThat(claims(key + "-new")).isEqualTo(1);
    }

    @Test
    void callersDoNotShareKeys() {
        QuarkusTransaction.requiringNew()
                .run(() -> IdempotencyRecord.insert(
                        new RepeatableRequest("key:other", "POST", NOTES, "f".repeat(64)),
                        new IdempotencyKey(key),
                        UUID.randomUUID(),
                        Instant.now(),
                        Instant.now().plusSeconds(60)));
        post(key, draft).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "caf\u00e9", "\"\""})
    void keyMustBeVisibleAscii(String bad) {
        post(bad, draft).then().statusCode(400).body("detail", containsString("Idempotency-Key"));
    }

    @Test
    void keyLengthIsLimited() {
        post("k".repeat(256), draft).then().statusCode(400);
        post(key + "k".repeat(255 - key.length()), draft).then().statusCode(201);
    }

    Response post(String key, String draft) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(draft)
                .post(NOTES);
    }

    private String draft(String title) {
        return "{\"slug\":\"note-%s\",\"title\":\"%s\"}".formatted(UUID.randomUUID(), title);
    }

    /** Leaves a claim as a node does that has begun to work on the request. */
    private UUID claimed(String key, Instant at, Duration lease) {
        UUID token = UUID.randomUUID();
        RepeatableRequest call = RepeatableRequest.of("", "POST", NOTES, NOTES, draft.getBytes(StandardCharsets.UTF_8));
        QuarkusTransaction.requiringNew()
                .run(() -> IdempotencyRecord.insert(call, new IdempotencyKey(key), token, at, at.plus(lease)));
        return token;
    }

    static void age(String key, Duration by) {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant claimedAt = IdempotencyRecord.find(
                            "select claimedAt from IdempotencyRecord where idempotencyKey = ?1", key)
                    .project(Instant.class)
                    .singleResult();
            IdempotencyRecord.update("claimedAt = ?1 where idempotencyKey = ?2", claimedAt.minus(by), key);
        });
    }

    static long claims(String key) {
        return QuarkusTransaction.requiringNew().call(() -> IdempotencyRecord.count("idempotencyKey", key));
    }

    /** The number of notes that this test has created. */
    private long notes() {
        String slug = draft.substring(draft.indexOf("note-"), draft.indexOf("\",\"title"));
        return QuarkusTransaction.requiringNew().call(() -> Note.count("slug", slug));
    }
}
