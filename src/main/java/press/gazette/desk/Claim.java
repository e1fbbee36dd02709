package press.gazette.desk;

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

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * One Idempotency-Key of one caller: first the sign that somebody works on it, then the answer. The token names the
 * request that works on it; whoever takes over sets another one, and the former cannot finish any more.
 */
@Entity
@Table(name = "idempotency")
class Claim extends PanacheEntityBase {

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

    /** Absent while somebody works on it. */
    private @Nullable Instant finishedAt;

    /** Absent until it is finished. */
    private @Nullable Integer status;

    private @Nullable String location;
    private @Nullable String tag;
    private @Nullable String content;

    protected Claim() {}

    /** The claim that the key has, locked. */
    static Optional<Claim> of(String caller, IdempotencyKey key) {
        return Claim.<Claim>find("caller = ?1 and idempotencyKey = ?2", caller, key.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Claims the key if nobody has. */
    static boolean insert(Call call, IdempotencyKey key, UUID token, Instant now, Instant until) {
        return Panache.getEntityManager(Claim.class)
                        .createQuery("insert into Claim"
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

    /** Whether its time is over, and the key is as good as new. */
    boolean isOlderThan(Instant oldest) {
        return claimedAt.isBefore(oldest);
    }

    /** The answer to the same request, once there is one; empty when it has been abandoned. */
    Optional<Acknowledgement> answer(Call call, Instant now) {
        if (!fingerprint.equals(call.fingerprint())) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent before with another method, address or content. "
                            + "Use a new key for a new request.");
        }
        if (finishedAt != null && status != null) {
            return Optional.of(new Acknowledgement(status, location, tag, content));
        }
        if (now.isBefore(leasedUntil)) {
            throw inUse();
        }
        return Optional.empty();
    }

    /** Goes over to another request. */
    void take(Call call, UUID token, Instant now, Instant until) {
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

    /** Keeps the answer, in the transaction that did the work: unless it is still ours, neither is committed. */
    static void finish(UUID token, Acknowledgement answer, Instant now) {
        Claim claim = Claim.<Claim>find("token = ?1 and finishedAt is null", token)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<Claim>firstResultOptional()
                .orElseThrow(Claim::inUse);
        claim.finishedAt = now;
        claim.status = answer.status();
        claim.location = answer.location();
        claim.tag = answer.tag();
        claim.content = answer.content();
        Panache.getEntityManager(Claim.class).flush();
    }

    /** Gives the key back after work that failed. */
    static void release(UUID token) {
        delete("token = :token and finishedAt is null", Map.of("token", token));
    }

    /** Removes at most that many, the oldest first, and says how many it removed. */
    static int removeOlder(Instant oldest, int most) {
        List<UUID> ids = Claim.<Claim>find("claimedAt < ?1 order by claimedAt, id", oldest).range(0, most - 1).stream()
                .map(claim -> claim.id)
                .toList();
        return ids.isEmpty() ? 0 : (int) delete("id in ?1", ids);
    }

    static Problem inUse() {
        return Problem.of(
                ProblemType.IDEMPOTENCY_KEY_IN_USE, "A request with this Idempotency-Key is still being worked on.");
    }
}
