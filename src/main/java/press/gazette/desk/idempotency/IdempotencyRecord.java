package press.gazette.desk.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * An Idempotency-Key of a caller: first claimed by a running request, then with its response. The token identifies the
 * request that holds the claim; a request that takes over sets a new token, so that the former one cannot finish.
 */
@Entity
@Table(name = "idempotency")
class IdempotencyRecord extends PanacheEntityBase {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String caller;

    @Column(nullable = false)
    private String idempotencyKey;

    @Column(nullable = false)
    private String fingerprint;

    @Column(nullable = false)
    private UUID token;

    @Column(nullable = false)
    private Instant claimedAt;

    @Column(nullable = false)
    private Instant leasedUntil;

    /** Null while a request holds the claim. */
    private @Nullable Instant finishedAt;

    /** Null until it is finished. */
    private @Nullable Integer status;

    private @Nullable String location;
    private @Nullable String tag;
    private @Nullable String content;

    protected IdempotencyRecord() {}

    /** The record of the key, locked. */
    static Optional<IdempotencyRecord> of(String caller, IdempotencyKey key) {
        return IdempotencyRecord.<IdempotencyRecord>find("caller = ?1 and idempotencyKey = ?2", caller, key.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Claims a new key. Returns false if it exists. */
    static boolean insert(RepeatableRequest call, IdempotencyKey key, UUID token, Instant now, Instant until) {
        return Panache.getEntityManager(IdempotencyRecord.class)
                        .createQuery("insert into IdempotencyRecord"
                                + " (id, caller, idempotencyKey, fingerprint, token, claimedAt, leasedUntil)"
                                + " values (:token, :caller, :key, :fingerprint, :token, :now, :until)"
                                + " on conflict (caller, idempotencyKey) do nothing")
                        .setParameter("token", token)
                        .setParameter("caller", call.caller())
                        .setParameter("key", key.value())
                        .setParameter("fingerprint", call.fingerprint())
                        .setParameter("now", now)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    /** True if the record has expired and the key may be used for a new request. */
    boolean isOlderThan(Instant oldest) {
        return claimedAt.isBefore(oldest);
    }

    /**
     * The stored response to the same request; empty if the claim was abandoned.
     *
     * @throws Problem {@code idempotency-key-reused}, or {@code idempotency-key-in-use} while the claim is held
     */
    Optional<Acknowledgement> response(RepeatableRequest call, Instant now) {
        if (!fingerprint.equals(call.fingerprint())) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent before with a different method, address or "
                            + "content. Use a new key for a new request.");
        }
        if (finishedAt != null && status != null) {
            return Optional.of(new Acknowledgement(status, location, tag, content));
        }
        if (now.isBefore(leasedUntil)) {
            throw inUse();
        }
        return Optional.empty();
    }

    /** Transfers the claim to another request. */
    void take(RepeatableRequest call, UUID token, Instant now, Instant until) {
        this.fingerprint = call.fingerprint();
        this.token = token;
        this.claimedAt = now;
        this.leasedUntil = until;
        this.finishedAt = null;
        this.status = null;
        this.location = null;
        this.tag = null;
        this.content = null;
    }

    /**
     * Stores the response, in the transaction that did the work. Fails, and rolls the work back, if another request has
     * taken over.
     */
    static void finish(UUID token, Acknowledgement response, Instant now) {
        IdempotencyRecord claim = IdempotencyRecord.<IdempotencyRecord>find("token = ?1 and finishedAt is null", token)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<IdempotencyRecord>firstResultOptional()
                .orElseThrow(IdempotencyRecord::inUse);
        claim.finishedAt = now;
        claim.status = response.status();
        claim.location = response.location();
        claim.tag = response.tag();
        claim.content = response.content();
        Panache.getEntityManager(IdempotencyRecord.class).flush();
    }

    /** Removes the claim after work that failed. */
    static void release(UUID token) {
        delete("token = :token and finishedAt is null", Map.of("token", token));
    }

    /**
     * Removes expired records, the oldest first. One that a request has locked stays: the request may be taking the key over.
     *
     * @param most maximum number
     * @return the number removed
     */
    static int removeOlder(Instant oldest, int most) {
        List<UUID> ids = Sql.of(
                        "select i.id from idempotency i where i.claimed_at < ? order by i.claimed_at, i.id limit ?"
                                + " for update skip locked",
                        oldest,
                        most)
                .rows(Row::uuid);
        return ids.isEmpty() ? 0 : (int) delete("id in ?1", ids);
    }

    static Problem inUse() {
        return Problem.of(
                ProblemType.IDEMPOTENCY_KEY_IN_USE, "A request with this Idempotency-Key is still being processed.");
    }
}
