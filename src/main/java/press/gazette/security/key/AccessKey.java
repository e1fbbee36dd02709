package press.gazette.security.key;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.security.Scope;

/** The stored form of a key: everything but its secret. */
@Entity
public class AccessKey extends PanacheEntityBase {

    /** Precise enough to find unused keys, and no burden on the database. */
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private static final String SEPARATOR = " ";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private String name;

    /** The scopes' names, separated by spaces. */
    @Column(nullable = false)
    private String scopes;

    /** For the lookup. */
    @Column(nullable = false)
    private String beginning;

    @Column(nullable = false)
    private byte[] hash;

    @Column(nullable = false)
    private Instant createdAt;

    /** The name of the caller who issued it. */
    @Column(nullable = false)
    private String createdBy;

    private @Nullable Instant expiresAt;

    private @Nullable Instant lastUsedAt;

    private @Nullable Instant revokedAt;

    protected AccessKey() {}

    /** A new key, valid after the commit. */
    static AccessKey issue(KeyText text, KeyDraft draft, String createdBy, Instant now) {
        AccessKey key = new AccessKey();
        key.name = draft.name();
        key.scopes = words(draft.scopes());
        key.expiresAt = draft.expiresAt();
        key.beginning = text.beginning();
        key.hash = text.hash();
        key.createdAt = now;
        key.createdBy = createdBy;
        key.persist();
        return key;
    }

    static Optional<AccessKey> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** The key with this text, even if it is revoked or expired. */
    static Optional<AccessKey> byText(KeyText text) {
        return AccessKey.<AccessKey>find("beginning", text.beginning())
                .firstResultOptional()
                .filter(key -> MessageDigest.isEqual(key.hash, text.hash()));
    }

    /** True if a valid key can issue other keys. */
    static boolean anyAdmin(Instant now) {
        return count(
                        "revokedAt is null and (expiresAt is null or expiresAt > ?1) and scopes like ?2",
                        now,
                        "%" + Scope.ADMINISTER + "%")
                > 0;
    }

    boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Revokes the key for good. Does nothing if it is revoked already. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** True if the recorded last use is old enough to be updated. */
    boolean isUseDue(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_PRECISION));
    }

    /** Records the last use, unless another node has just done so. */
    static void markUsed(UUID id, Instant now) {
        update(
                "lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt <= ?3)",
                now,
                id,
                now.minus(USE_PRECISION));
    }

    private static String words(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(scope -> scope.word).collect(Collectors.joining(SEPARATOR));
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    SortedSet<Scope> scopes() {
        return Arrays.stream(scopes.split(SEPARATOR, -1))
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String beginning() {
        return beginning;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }
}
