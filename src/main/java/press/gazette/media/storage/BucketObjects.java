package press.gazette.media.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a bucket. Each has the hash of its content in its metadata, and is compared with it whenever it is sent or read:
 * some stores change what they take without a word. Each request ends within its time, body, second attempt and all. Messages of
 * failures name the object, never a header.
 */
final class BucketObjects {

    private static final Logger LOG = Logger.getLogger(BucketObjects.class);

    /** The metadata with the hash. */
    private static final String HASH = "sha256";

    private static final int NOT_FOUND = 404;

    private static final long MIB = 1L << 20;
    private static final int PART = 1 << 16;

    private final StorageConfig config;
    private final String bucket;

    /** Null until the first request: making it takes longer than a start should. */
    private @Nullable S3Client client;

    /** @param config with a bucket */
    BucketObjects(StorageConfig config) {
        this.config = config;
        this.bucket = config.bucket().orElseThrow();
    }

    /** An object that is there. */
    record Item(String name, Instant stored) {}

    private synchronized S3Client client() {
        if (client == null) {
            client = BucketClient.of(config);
        }
        return client;
    }

    /**
     * Reads an object into a file, which does not exist.
     *
     * @param hash of the content; null: that in the metadata, of a file that can be made again
     * @return false if there is none, or none with the hash of its metadata
     * @throws IOException if the bucket cannot be read, or the content has another hash than is given
     */
    boolean read(String name, @Nullable String hash, Path target) throws IOException {
        HeadObjectResponse head = head(name).orElse(null);
        if (head == null) {
            return false;
        }
        String expected = hash != null ? hash : head.metadata().getOrDefault(HASH, "");
        if (expected.isEmpty()) {
            LOG.warnf("An object has no sha256 in its metadata; it is made again; file=%s", name);
            return false;
        }
        Duration most = most(head.contentLength());
        long end = System.nanoTime() + most.toNanos();
        sent(
                "GET of " + name,
                () -> client().getObject(
                                get -> get.bucket(bucket).key(name).overrideConfiguration(within(most)),
                                (response, body) -> copy(body, target, end)));
        if (ContentHash.of(target).equals(expected)) {
            return true;
        }
        if (hash != null) {
            throw new IOException("The object store has other bytes than were stored; file=" + name);
        }
        LOG.warnf("An object has other bytes than were stored; it is made again; file=%s", name);
        return false;
    }

    /** The client's own limit interrupts the thread, which a body that comes byte by byte may survive. */
    private static boolean copy(AbortableInputStream body, Path target, long end) throws IOException {
        try (OutputStream file = Files.newOutputStream(target)) {
            byte[] part = new byte[PART];
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                if (System.nanoTime() - end > 0) {
                    body.abort();
                    throw NonRetryableException.create("The content has not come in time");
                }
                file.write(part, 0, read);
            }
        }
        return true;
    }

    /**
     * Stores a file.
     *
     * @param mayBeThere true: it is not sent if an object with its size and its hash in the metadata is there
     */
    void store(Path file, String name, boolean mayBeThere) throws IOException {
        String hash = ContentHash.of(file);
        long bytes = Files.size(file);
        if (mayBeThere && isThere(name, hash, bytes)) {
            return;
        }
        sent(
                "PUT of " + name,
                () -> client().putObject(
                                put -> put.bucket(bucket)
                                        .key(name)
                                        .metadata(Map.of(HASH, hash))
                                        .overrideConfiguration(within(most(bytes))),
                                RequestBody.fromFile(file)));
        if (!isThere(name, hash, bytes)) {
            throw new IOException("The object store has not stored the bytes that were sent; file=" + name);
        }
    }

    private boolean isThere(String name, String hash, long bytes) throws IOException {
        return head(name)
                .filter(head -> Long.valueOf(bytes).equals(head.contentLength()))
                .filter(head -> hash.equals(head.metadata().get(HASH)))
                .isPresent();
    }

    private Optional<HeadObjectResponse> head(String name) throws IOException {
        return found(
                "HEAD of " + name,
                () -> client().headObject(
                                head -> head.bucket(bucket).key(name).overrideConfiguration(within(most(0L)))));
    }

    /** A short text; empty if there is none. */
    Optional<String> text(String name) throws IOException {
        return found(
                "GET of " + name,
                () -> client().getObjectAsBytes(
                                get -> get.bucket(bucket).key(name).overrideConfiguration(within(most(0L))))
                        .asUtf8String());
    }

    void write(String name, String text) throws IOException {
        sent(
                "PUT of " + name,
                () -> client().putObject(
                                put -> put.bucket(bucket).key(name).overrideConfiguration(within(most(0L))),
                                RequestBody.fromString(text)));
    }

    void delete(String name) throws IOException {
        found(
                "DELETE of " + name,
                () -> client().deleteObject(
                                delete -> delete.bucket(bucket).key(name).overrideConfiguration(within(most(0L)))));
    }

    /**
     * All objects whose names begin so.
     *
     * @throws IOException if a page is not whole, or has other names: objects are removed by listings
     */
    List<Item> list(String prefix) throws IOException {
        List<Item> all = new ArrayList<>();
        String token = null;
        do {
            ListObjectsV2Response page = page(prefix, token);
            for (S3Object each : page.contents()) {
                if (each.key() == null || !each.key().startsWith(prefix) || each.lastModified() == null) {
                    throw new IOException("The object store lists an object that was not asked for; prefix=" + prefix);
                }
                all.add(new Item(each.key(), each.lastModified()));
            }
            token = next(page);
        } while (token != null);
        return all;
    }

    private ListObjectsV2Response page(String prefix, @Nullable String token) throws IOException {
        return sent(
                "the listing of " + prefix,
                () -> client().listObjectsV2(list -> list.bucket(bucket)
                        .prefix(prefix)
                        .continuationToken(token)
                        .overrideConfiguration(within(most(0L)))));
    }

    private static @Nullable String next(ListObjectsV2Response page) throws IOException {
        if (Boolean.FALSE.equals(page.isTruncated())) {
            return null;
        }
        String token = page.nextContinuationToken();
        if (page.isTruncated() == null || token == null || token.isBlank()) {
            throw new IOException("A listing of the object store does not tell whether there is more, or where.");
        }
        return token;
    }

    /** The time for a request with so many bytes. */
    private Duration most(@Nullable Long bytes) {
        return config.s3Deadline().plusSeconds((bytes == null ? 0 : bytes) / MIB);
    }

    private static AwsRequestOverrideConfiguration within(Duration most) {
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(most).build();
    }

    /** Empty if the store responds with 404. */
    private static <T> Optional<T> found(String request, Supplier<T> call) throws IOException {
        try {
            return Optional.of(call.get());
        } catch (SdkException e) {
            if (e instanceof S3Exception s3 && s3.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure(request, e);
        }
    }

    private static <T> T sent(String request, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failure(request, e);
        }
    }

    /** The connection may have failed, or the copy on this node, on a full disk. */
    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static IOException failure(String request, SdkException e) {
        if (!(e instanceof S3Exception s3)) {
            return new IOException("The object store does not respond to " + request + ": " + rootCause(e), e);
        }
        String hint = switch (s3.statusCode()) {
            case 301, 307, 308, 400 -> "; are region, endpoint and path style right?";
            case 401, 403 -> "; does the key have the right to do this?";
            case 507 -> "; quota exceeded";
            default -> "";
        };
        return new IOException("The object store responds with " + s3.statusCode() + " to " + request + hint, e);
    }
}
