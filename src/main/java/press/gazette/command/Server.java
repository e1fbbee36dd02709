package press.gazette.command;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import press.gazette.json.Json;

/** The desk of a server. */
final class Server {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REJECTED = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final URI base;
    private final String key;

    Server(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    URI base() {
        return base;
    }

    /** Sends a file; returns the JSON of the response. */
    Map<String, Object> post(String path, Map<String, String> parameters, Path file) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return object(send("POST", path + "?" + query, BodyPublishers.ofFile(file), BodyHandlers.ofByteArray()));
        } catch (FileNotFoundException e) {
            throw new Failure(Exit.NO_INPUT, "There is no file " + file + ".");
        }
    }

    Map<String, Object> get(String path) {
        return object(send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray()));
    }

    Map<String, Object> put(String path) {
        return object(send("PUT", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray()));
    }

    /** The content of a response as it comes. */
    InputStream stream(String path) {
        return new Incoming(send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream())
                .body());
    }

    /** Tells a server that ends the connection from a file that cannot be written. */
    private final class Incoming extends FilterInputStream {

        private Incoming(InputStream content) {
            super(content);
        }

        @Override
        public int read() {
            try {
                return super.read();
            } catch (IOException e) {
                throw ended(e);
            }
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            try {
                return super.read(buffer, from, length);
            } catch (IOException e) {
                throw ended(e);
            }
        }
    }

    private Failure ended(IOException cause) {
        return new Failure(Exit.UNAVAILABLE, "The server " + base + " has ended the connection: " + cause.getMessage());
    }

    private <T> HttpResponse<T> send(String method, String path, BodyPublisher content, BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .method(method, content);
        if (method.equals("POST")) {
            request.header("Content-Type", "application/octet-stream");
        }
        try {
            HttpResponse<T> response = client.send(request.build(), handler);
            if (response.statusCode() >= REJECTED) {
                throw refused(response);
            }
            return response;
        } catch (ConnectException e) {
            throw new Failure(Exit.UNAVAILABLE, "The server " + base + " does not respond.");
        } catch (IOException e) {
            throw ended(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.FAILED, "Interrupted.");
        }
    }

    /** The detail of the problem, which names what to change. */
    private static Failure refused(HttpResponse<?> response) {
        int status = response.statusCode();
        int exit = status == UNAUTHENTICATED || status == FORBIDDEN ? Exit.NO_PERMISSION : Exit.FAILED;
        Object detail;
        try {
            byte[] content =
                    response.body() instanceof InputStream stream ? stream.readAllBytes() : (byte[]) response.body();
            detail = Json.object(new ByteArrayInputStream(content)).get("detail");
        } catch (IOException e) {
            detail = null;
        }
        return new Failure(exit, "The server rejects it with " + status + (detail == null ? "." : ": " + detail));
    }

    private static Map<String, Object> object(HttpResponse<byte[]> response) {
        try {
            return Json.object(new ByteArrayInputStream(response.body()));
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "The server does not respond as Gazette does.");
        }
    }
}
