package press.gazette.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.desk.audit.AuditRecord;
import press.gazette.security.SealedSecrets;

/** A subscriber to changes: a URL, the changes that it gets, and the secret that signs them. */
@Entity
public class Webhook extends PanacheEntityBase implements Versioned {

    /** The actor in the audit when Gazette disables a webhook. */
    private static final String DISPATCHER = "webhooks";

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

    /** True if it also gets an event when Gazette disables another webhook. */
    @Column(nullable = false)
    private boolean notices;

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

    /** Null: it is enabled, or an admin has disabled it. */
    @Enumerated(EnumType.STRING)
    private @Nullable Disabling disabledReason;

    private @Nullable Instant disabledAt;

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
        WebhookQueue.create(webhook.id);
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
            enable();
        }
        enabled = content.enabled();
        notices = content.notices();
    }

    private void enable() {
        afterSeq = Ledger.head().seq();
        disabledReason = null;
        disabledAt = null;
        if (id != null) {
            WebhookQueue.locked(id).ifPresent(WebhookQueue::accepted);
        }
    }

    /** Disables the webhook, as if an admin had done it; only the record of the audit has another actor. */
    public void disable(Disabling reason, Instant now) {
        enabled = false;
        disabledReason = reason;
        disabledAt = now;
        Panache.getEntityManager(Webhook.class).flush();
        AuditRecord.record(new Edit(DISPATCHER, now), "PATCH", "/v1/desk/webhooks/" + id, this);
    }

    /** Replaces the secret. Until the overlap ends, the former one signs too. */
    public void rotate(SigningSecret next, SealedSecrets seals, Duration overlap, Instant now) {
        formerSecret = secret;
        formerSecretUntil = now.plus(overlap);
        secret = next.sealed(seals);
    }

    /** The webhook, locked until the transaction ends. */
    public static Optional<Webhook> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All webhooks that get changes; {@code gazette.webhooks-max} bounds them. */
    public static List<Webhook> enabled() {
        return list("enabled");
    }

    /** The ids of the other enabled webhooks that get an event when a webhook is disabled. */
    public static List<UUID> watchers(UUID other) {
        return Webhook.<Webhook>stream("enabled and notices and id <> ?1", other)
                .map(webhook -> webhook.id)
                .toList();
    }

    /** The position behind which the first enabled webhook gets changes; empty if none is enabled. */
    public static Optional<Long> firstSeq() {
        return Sql.of("select w.after_seq from webhook w where w.enabled order by w.after_seq limit 1")
                .first(Row::number);
    }

    /** The secrets that sign at this time; empty if this node cannot read the current one. */
    public List<SigningSecret> secrets(SealedSecrets seals, Instant now) {
        Optional<SigningSecret> current = SigningSecret.open(secret, seals);
        Optional<SigningSecret> former = formerSecret == null || formerSecretUntil(now) == null
                ? Optional.empty()
                : SigningSecret.open(formerSecret, seals);
        return current.isEmpty()
                ? List.of()
                : Stream.concat(current.stream(), former.stream()).toList();
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
                enabled,
                notices);
    }

    public long afterSeq() {
        return afterSeq;
    }

    public @Nullable Disabling disabledReason() {
        return disabledReason;
    }

    public @Nullable Instant disabledAt() {
        return disabledAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The time at which the replaced secret stops signing; null if none signs at this time. */
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
