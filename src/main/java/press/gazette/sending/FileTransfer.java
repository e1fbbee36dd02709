package press.gazette.sending;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** Writes the content of one response into a file as it comes, up to a limit. Holds no thread and no whole content. */
final class FileTransfer {

    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClientRequest request;
    private final Path target;
    private final long mostBytes;
    private final CompletableFuture<Download> done;
    private long bytes;

    FileTransfer(
            Vertx vertx, HttpClientRequest request, Path target, long mostBytes, CompletableFuture<Download> done) {
        this.vertx = vertx;
        this.request = request;
        this.target = target;
        this.mostBytes = mostBytes;
        this.done = done;
    }

    void begin() {
        // A reset is a failure of the request, which the log would have as an error without a listener.
        request.exceptionHandler(this::fail);
        CompletableFuture<Download> unused = done.whenComplete((end, failure) -> request.reset());
        request.response().onFailure(this::fail).onSuccess(this::read);
        request.send().onFailure(this::fail);
    }

    private void read(HttpClientResponse response) {
        if (response.statusCode() != OK) {
            done.complete(new Download(response.statusCode(), response.getHeader("Location")));
            return;
        }
        response.pause();
        response.exceptionHandler(this::fail);
        vertx.fileSystem()
                .open(
                        target.toString(),
                        new OpenOptions().setWrite(true).setCreate(true).setTruncateExisting(true))
                .onFailure(this::fail)
                .onSuccess(file -> write(response, file));
    }

    private void write(HttpClientResponse response, AsyncFile file) {
        CompletableFuture<Download> unused = done.whenComplete((end, failure) -> {
            if (failure != null) {
                file.close();
            }
        });
        file.exceptionHandler(this::fail);
        response.handler(part -> write(response, file, part));
        response.endHandler(
                end -> file.close().onFailure(this::fail).onSuccess(closed -> done.complete(new Download(OK, null))));
        response.resume();
    }

    private void write(HttpClientResponse response, AsyncFile file, Buffer part) {
        bytes += part.length();
        if (bytes > mostBytes) {
            fail(new IOException("The file has more than " + mostBytes + " bytes"));
            return;
        }
        file.write(part).onFailure(this::fail);
        if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(drained -> response.resume());
        }
    }

    private void fail(Throwable failure) {
        done.completeExceptionally(GuardedClient.named(failure));
    }
}
