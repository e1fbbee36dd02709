package press.gazette.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.deadline.Deadline;
import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Versioned;
import press.gazette.desk.audit.AuditRecord;
import press.gazette.desk.idempotency.Acknowledgement;
import press.gazette.desk.idempotency.Claims;
import press.gazette.desk.idempotency.IdempotencyKey;
import press.gazette.response.Links;
import press.gazette.security.Callers;

/**
 * Runs every write of the desk. A write reads as a sentence:
 * {@code desk.on(article).write(how, (story, edit) -> …).shownAs(…)}. It is one transaction: the resource is locked,
 * {@code If-Match} is compared with its version, the verb runs and is flushed, and the result is rendered. Then the
 * transaction is committed, together with the response for repeated requests, or rolled back for a dry run.
 *
 * <p>A write that readers notice needs the scope to publish, in addition to that of its method. The ledger has every
 * such change, so the scope is checked here: after the verb, under its locks, before the commit.
 */
@Singleton
public class Desk {

    private final CurrentRequest request;
    private final Claims claims;
    private final Callers callers;
    private final Links links;
    private final Clock clock;

    Desk(CurrentRequest request, Claims claims, Callers callers, Links links, Clock clock) {
        this.request = request;
        this.claims = claims;
        this.callers = callers;
        this.links = links;
        this.clock = clock;
    }

    /** Begins a write to an existing resource. */
    public <E extends Versioned> WriteTarget<E> on(DeskRef<E> address) {
        address.check();
        return new WriteTarget<>(this, address);
    }

    /** Begins a write that creates a resource: 201. */
    public <E extends Versioned> DeskWrite<E> create(
            WriteParameters how, DeskCollection<E> all, Function<Edit, E> making) {
        return new DeskWrite<>(this, how, () -> () -> {
            all.lock().run();
            Edit edit = edit();
            E resource = making.apply(edit);
            return new DeskWrite.Written<>(Acknowledgement.CREATED, links.to(all.of(resource)), resource, edit);
        });
    }

    /** Records the hash of a file that the request had as its content, by which a repetition of it is known. */
    public void received(String hash) {
        request.read(hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Shows the current state of a resource; 304 if the client has it. */
    public <T> RestResponse<T> show(Versioned resource, T view) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, IfMatch.tag(resource.version()))
                .build();
    }

    /** The edit of the running write. Its time is read once, after the resource was locked. */
    Edit edit() {
        return new Edit(request.caller(), clock.instant());
    }

    /**
     * Ends a write within its transaction. The version is that after the verb, which the flush assigns.
     *
     * @param content the JSON for the client; null for none
     */
    Acknowledgement acknowledged(DeskWrite.Written<?> written, Supplier<@Nullable String> content) {
        if (Ledger.hasChanges() && request.isAuthenticated()) {
            callers.requireToPublish();
        }
        if (written.status() == Acknowledgement.NO_CONTENT) {
            record(written);
            Panache.getEntityManager().flush();
            return new Acknowledgement(Acknowledgement.NO_CONTENT, null, null, null);
        }
        Panache.getEntityManager().flush();
        String shown = content.get();
        record(written);
        return new Acknowledgement(
                written.status(),
                written.location(),
                IfMatch.tag(written.resource().version()),
                shown);
    }

    private void record(DeskWrite.Written<?> written) {
        AuditRecord.record(written.edit(), request.method(), request.path(), written.resource());
    }

    /**
     * Does the work as the client's parameters ask, and builds the response.
     *
     * @param once set by the work: the content of the first response, in place of the stored one
     */
    <T> RestResponse<T> respond(
            WriteParameters how, Supplier<Acknowledgement> work, AtomicReference<@Nullable String> once) {
        Preference preference = how.preference();
        Supplier<Acknowledgement> preferred =
                () -> preference == Preference.MINIMAL ? work.get().minimal() : work.get();
        IdempotencyKey key = request.key();
        if (how.isDryRun()) {
            return this.<T>response(WriteTransaction.rolledBack(preferred).hypothetical(), preference)
                    .build();
        }
        Result result = once(key, preferred);
        Acknowledgement acknowledgement = result.acknowledgement();
        ResponseBuilder<T> builder = response(
                result.replayed() || acknowledgement.content() == null
                        ? acknowledgement
                        : acknowledgement.showing(once.get()),
                preference);
        if (result.replayed()) {
            builder.header("Idempotency-Replayed", "true");
        }
        return builder.build();
    }

    /**
     * The result of several transactions.
     *
     * @param lasts true if a repeated request gets the same response; otherwise it tries again
     */
    record Steps(Acknowledgement acknowledgement, boolean lasts) {}

    /** Does work that is not one transaction. With a key, its response is stored after all of it is done. */
    <T> RestResponse<T> respondInSteps(@Nullable IdempotencyKey key, Supplier<Steps> work) {
        if (key == null) {
            return this.<T>response(work.get().acknowledgement(), Preference.NONE)
                    .build();
        }
        UUID token = UUID.randomUUID();
        Optional<Acknowledgement> earlier = claims.claim(request.current(), key, token);
        if (earlier.isPresent()) {
            return this.<T>response(earlier.get(), Preference.NONE)
                    .header("Idempotency-Replayed", "true")
                    .build();
        }
        boolean stored = false;
        try {
            Steps done = work.get();
            if (done.lasts()) {
                WriteTransaction.committed(() -> claims.finish(token, done.acknowledgement()));
                stored = true;
            }
            return this.<T>response(done.acknowledgement(), Preference.NONE).build();
        } finally {
            if (!stored) {
                claims.release(token);
            }
        }
    }

    /** @param replayed true if an earlier request did the work */
    record Result(Acknowledgement acknowledgement, boolean replayed) {}

    /** Does the work, or returns the result of an earlier request with the same key. */
    Result once(@Nullable IdempotencyKey key, Supplier<Acknowledgement> work) {
        if (key == null) {
            return new Result(WriteTransaction.committed(() -> inTime(work)), false);
        }
        UUID token = UUID.randomUUID();
        Optional<Acknowledgement> earlier = claims.claim(request.current(), key, token);
        if (earlier.isPresent()) {
            return new Result(earlier.get(), true);
        }
        try {
            return new Result(WriteTransaction.committed(() -> claims.finish(token, inTime(work))), false);
        } catch (RuntimeException failure) {
            claims.release(token);
            throw failure;
        }
    }

    /** Rolls a write back when its deadline has passed, since its client has already got a 503; it is not retried. */
    private Acknowledgement inTime(Supplier<Acknowledgement> work) {
        Deadline.require(request.routing());
        Acknowledgement done = work.get();
        Deadline.require(request.routing());
        return done;
    }

    /**
     * The content is bytes already, so that replayed responses are not rendered again. The type parameter is for the
     * contract.
     */
    private <T> ResponseBuilder<T> response(Acknowledgement acknowledgement, Preference preference) {
        @SuppressWarnings("unchecked")
        ResponseBuilder<T> response = (ResponseBuilder<T>) (ResponseBuilder<?>) acknowledgement.response();
        if (preference != Preference.NONE) {
            response.header("Preference-Applied", preference.word);
        }
        return response;
    }
}
