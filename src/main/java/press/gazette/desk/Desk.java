package press.gazette.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Ledger;
import press.gazette.delivery.Links;
import press.gazette.delivery.deadline.Deadline;
import press.gazette.json.Json;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;

/**
 * Where each write begins and ends. The work runs in one transaction: the thing is locked, {@code If-Match} is compared
 * with its version, the work is done and sent to the database, and what came of it is rendered; then it is committed, with
 * the answer for those who will repeat the request, or rolled back, if the client wanted only to know.
 *
 * <p>A write that readers notice needs the scope to publish, whatever else its method asks for. It is known by the ledger,
 * which has every such change, so the scope is checked here: behind the work, under its locks, before the commit.
 *
 * <p>In all methods {@code locked} loads the thing with {@code LockModeType.PESSIMISTIC_WRITE}, so that of many writers
 * who have read the same version one writes and the others are told; it throws {@code not-found} when there is none.
 */
@Singleton
public class Desk {

    private final Calls calls;
    private final Claims claims;
    private final Callers callers;
    private final Links links;
    private final Clock clock;

    Desk(Calls calls, Claims claims, Callers callers, Links links, Clock clock) {
        this.calls = calls;
        this.claims = claims;
        this.callers = callers;
        this.links = links;
        this.clock = clock;
    }

    /** Shows a thing as it is now; 304 to those who have it. */
    public <E extends Versioned, T> RestResponse<T> show(Supplier<E> found, Function<E, T> view) {
        E thing = found.get();
        return ResponseBuilder.ok(view.apply(thing))
                .header(HttpHeaders.ETAG, IfMatch.tag(thing.version()))
                .build();
    }

    /**
     * Makes a thing: 201.
     *
     * @param path where it is, from the root
     */
    public <E extends Versioned, T> RestResponse<T> create(
            WriteParameters how, Supplier<E> work, Function<E, T> view, Function<E, String> path) {
        return answered(how, creating(work, view, path));
    }

    /** Changes a thing that is there: 200. */
    public <E extends Versioned, T> RestResponse<T> change(
            WriteParameters how, Supplier<E> locked, Consumer<E> work, Function<E, T> view) {
        return answered(how, changing(how.ifMatch(), locked, work, view));
    }

    /** Puts something on a thing that is there, such as a publication on an article: 201 or 200. */
    public <E extends Versioned, T> RestResponse<T> put(
            WriteParameters how, Supplier<E> locked, Function<E, Outcome> work, Function<E, T> view) {
        return answered(how, putting(how.ifMatch(), locked, work, view));
    }

    /** Removes a thing for good: 204. */
    public <E extends Versioned> RestResponse<Void> remove(WriteParameters how, Supplier<E> locked, Consumer<E> work) {
        return answered(how, removing(how.ifMatch(), locked, work));
    }

    /** What {@link #create} does, as one of several. */
    public <E extends Versioned, T> Write creating(Supplier<E> work, Function<E, T> view, Function<E, String> path) {
        return new Write(() -> {
            E made = work.get();
            return seen(Acknowledgement.CREATED, links.to(path.apply(made)), made, view);
        });
    }

    /** What {@link #change} does, as one of several. */
    public <E extends Versioned, T> Write changing(
            List<String> ifMatch, Supplier<E> locked, Consumer<E> work, Function<E, T> view) {
        return putting(
                ifMatch,
                locked,
                thing -> {
                    work.accept(thing);
                    return Outcome.CHANGED;
                },
                view);
    }

    /** What {@link #put} does, as one of several. */
    public <E extends Versioned, T> Write putting(
            List<String> ifMatch, Supplier<E> locked, Function<E, Outcome> work, Function<E, T> view) {
        IfMatch condition = IfMatch.parse(ifMatch);
        return new Write(() -> {
            E thing = locked.get();
            Outcome outcome = condition.holds(thing) ? work.apply(thing) : unchanged(condition, thing, work);
            int status = outcome == Outcome.CREATED ? Acknowledgement.CREATED : Acknowledgement.OK;
            return seen(status, null, thing, view);
        });
    }

    /**
     * Does work although the thing is not what the client has read, and refuses it unless it changes nothing: what the
     * client wants is there already then, such as what its own first request has saved (RFC 9110 §13.1.1).
     */
    private static <E extends Versioned> Outcome unchanged(IfMatch condition, E thing, Function<E, Outcome> work) {
        Problem refusal = condition.refusal(thing);
        int version = thing.version();
        Outcome outcome;
        try {
            outcome = work.apply(thing);
            Panache.getEntityManager().flush();
        } catch (Problem other) {
            throw refusal;
        }
        if (thing.version() != version || Ledger.isTold()) {
            throw refusal;
        }
        return outcome;
    }

    /** What {@link #remove} does, as one of several. */
    public <E extends Versioned> Write removing(List<String> ifMatch, Supplier<E> locked, Consumer<E> work) {
        IfMatch condition = IfMatch.parse(ifMatch);
        return new Write(() -> {
            E thing = locked.get();
            condition.require(thing);
            work.accept(thing);
            requireScope();
            AuditRecord.keep(calls.current(), thing, clock.instant());
            Panache.getEntityManager().flush();
            return new Acknowledgement(Acknowledgement.NO_CONTENT, null, null, null);
        });
    }

    /** The version is that after the work, which the thing gets when it is sent to the database. */
    private <E extends Versioned, T> Acknowledgement seen(
            int status, @Nullable String location, E thing, Function<E, T> view) {
        requireScope();
        Panache.getEntityManager().flush();
        String content = Json.column(view.apply(thing));
        String tag = IfMatch.tag(thing.version());
        AuditRecord.keep(calls.current(), thing, clock.instant());
        return new Acknowledgement(status, location, tag, content);
    }

    private void requireScope() {
        if (Ledger.isTold() && calls.isAuthenticated()) {
            callers.requireToPublish();
        }
    }

    /** Does the write as the client wants it done. */
    <T> RestResponse<T> answered(WriteParameters how, Write write) {
        Preference preference = how.preference();
        Supplier<Acknowledgement> preferred =
                () -> preference == Preference.MINIMAL ? write.done().minimal() : write.done();
        IdempotencyKey key = calls.key();
        if (how.isDryRun()) {
            return this.<T>told(Committing.undone(preferred).hypothetical(), preference)
                    .build();
        }
        Answer answer = once(key, preferred);
        ResponseBuilder<T> response = told(answer.acknowledgement(), preference);
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }

    /**
     * What several transactions have come to, one after the other.
     *
     * @param lasts whether those who repeat the request are told the same; else they try again
     */
    record Steps(Acknowledgement acknowledgement, boolean lasts) {}

    /** Does work that is not one transaction; with a key, its answer is kept when all of it is done. */
    <T> RestResponse<T> answeredInSteps(@Nullable IdempotencyKey key, Supplier<Steps> work) {
        if (key == null) {
            return this.<T>told(work.get().acknowledgement(), Preference.NONE).build();
        }
        UUID token = UUID.randomUUID();
        Optional<Acknowledgement> earlier = claims.claim(calls.current(), key, token);
        if (earlier.isPresent()) {
            return this.<T>told(earlier.get(), Preference.NONE)
                    .header("Idempotency-Replayed", "true")
                    .build();
        }
        boolean kept = false;
        try {
            Steps done = work.get();
            if (done.lasts()) {
                Committing.committed(() -> claims.finish(token, done.acknowledgement()));
                kept = true;
            }
            return this.<T>told(done.acknowledgement(), Preference.NONE).build();
        } finally {
            if (!kept) {
                claims.release(token);
            }
        }
    }

    /** @param replayed whether an earlier request did it */
    record Answer(Acknowledgement acknowledgement, boolean replayed) {}

    /** Does the work, or finds out what came of it the first time. */
    Answer once(@Nullable IdempotencyKey key, Supplier<Acknowledgement> work) {
        if (key == null) {
            return new Answer(Committing.committed(() -> inTime(work)), false);
        }
        UUID token = UUID.randomUUID();
        Optional<Acknowledgement> earlier = claims.claim(calls.current(), key, token);
        if (earlier.isPresent()) {
            return new Answer(earlier.get(), true);
        }
        try {
            return new Answer(Committing.committed(() -> claims.finish(token, inTime(work))), false);
        } catch (RuntimeException failure) {
            claims.release(token);
            throw failure;
        }
    }

    /** Nothing is kept of a write whose client has been told that it took too long; nor is it tried anew. */
    private Acknowledgement inTime(Supplier<Acknowledgement> work) {
        Deadline.require(calls.routing());
        Acknowledgement done = work.get();
        Deadline.require(calls.routing());
        return done;
    }

    /** As bytes already: repeated answers are not rendered again. The type is what the contract is made from. */
    private <T> ResponseBuilder<T> told(Acknowledgement answer, Preference preference) {
        @SuppressWarnings("unchecked")
        ResponseBuilder<T> response = (ResponseBuilder<T>) (ResponseBuilder<?>) answer.response();
        if (preference != Preference.NONE) {
            response.header("Preference-Applied", preference.word);
        }
        return response;
    }
}
