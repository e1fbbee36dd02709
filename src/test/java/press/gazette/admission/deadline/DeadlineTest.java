package press.gazette.admission.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.Test;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;

@QuarkusTest
class DeadlineTest {

    /** A server of its own: that of the application counts the requests of its port. */
    private final Vertx vertx = Vertx.vertx();

    @Inject
    Problems problems;

    @Test
    void workerLearnsOfTheEndOnlyAfterTheResponseIsWritten() throws Exception {
        CompletableFuture<Boolean> waits = new CompletableFuture<>();
        Router router = Router.router(vertx);
        router.get().handler(context -> {
            Deadline deadline = new Deadline(context, problems, Duration.ofMinutes(1));
            context.addHeadersEndHandler(halfWritten -> {
                Thread worker = new Thread(deadline::isOver);
                worker.start();
                await().until(() -> worker.getState() == Thread.State.BLOCKED || !worker.isAlive());
                waits.complete(worker.isAlive());
            });
            deadline.pass(Problem.of(ProblemType.UNAVAILABLE, "Too long."));
        });
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(waits.join()).isTrue();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
