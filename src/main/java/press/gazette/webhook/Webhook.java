package press.gazette.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.security.SealedSecrets;

/** A subscriber to changes: a URL, the changes that it gets, and the secret that signs them. */
@Entity
public class Webhook extends PanacheEntityBase implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private String url;

    private @Nullable String description;

    /** The words of the types, separated by blanks; empty: all. */
    @Column(nullable = false)
    private String types;

    /** The words of the kinds, separated by blanks; empty: all. */
    @Column(nullable = false)
    private String kinds;

    private @Nullable String tags;

    @Column(nullable = false)
    private boolean enabled;

    /** The end of the ledger when it was last enabled: it gets the changes behind it. */
    @Column(nullable = false)
    private long afterSeq;

    /** Sealed. */
    @Column(nullable = false)
    private String secret;

    /** The replaced secret, sealed; null if there is none. */
    private @Nullable String formerSecret;

    private @Nullable Instant formerSecretUntil;

    @Column(nullable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Webhook() {}

    /** Stores a new webhook, which gets all later changes. */
    public static Webhook create(WebhookContent content, SigningSecret secret, SealedSecrets seals, Edit edit) {
        Webhook webhook = new Webhook();
        webhook.secret = secret.sealed(seals);
        webhook.createdAt = edit.at();
        webhook.revise(content);
        webhook.persist();
        return webhook;
    }

    /** Changes everything but the secret. An enabled webhook gets no changes of the time before. */
    public void revise(WebhookContent content) {
        url = content.url();
        description = content.description();
        types = words(content.subscription().types());
        kinds = words(content.subscription().kinds());
        tags = content.subscription().tags();
        if (content.enabled() && !enabled) {
            afterSeq = Ledger.head().seq();
        }
        enabled = content.enabled();
    }

    /** Replaces the secret. Until the overlap ends, the former one signs too. */
    public void rotate(SigningSecret next, SealedSecrets seals, Duration overlap, Instant now) {
        formerSecret = secret;
        formerSecretUntil = now.plus(overlap);
        secret = next.sealed(seals);
    }

    /** The webhook, locked until the transaction ends. */
    static Optional<Webhook> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String words) {
        return words.isEmpty()
                ? Set.of()
                : Arrays.stream(words.split(" ", -1))
                        .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public UUID id() {
        return id;
    }

    /** Everything that editors write. */
    public WebhookContent content() {
        return new WebhookContent(
                url,
                description,
                new Subscription(constants(WebhookType.class, types), constants(WebhookKind.class, kinds), tags),
                enabled);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the replaced secret stops signing; null if none signs at this time. */
    public @Nullable Instant formerSecretUntil(Instant now) {
        return formerSecretUntil != null && formerSecretUntil.isAfter(now) ? formerSecretUntil : null;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Subject subject() {
        return Subject.webhook(id);
    }
}
