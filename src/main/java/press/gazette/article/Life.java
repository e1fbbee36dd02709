package press.gazette.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/** The state of an article: its status, its schedule, embargo, expiry and withdrawal. {@link Status} defines the legal moves. */
@Embeddable
public class Life {

    /** The end of an embargo that only an editor ends. */
    public static final Instant INDEFINITELY = Instant.parse("9999-12-31T23:59:59Z");

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    /** The time of the scheduled publication; absent in every other status. */
    @Column
    private @Nullable Instant publishAt;

    /** A published article is hidden until then. Absent: no embargo. */
    @Column
    private @Nullable Instant embargoUntil;

    /** A published article is hidden from then on. Absent: no expiry. */
    @Column
    private @Nullable Instant expiresAt;

    private @Nullable Withdrawal withdrawal;

    /** The visibility that the ledger last recorded. */
    @Column(nullable = false)
    private boolean shown;

    /** The time at which readers first saw it; absent: never, and nothing public may reveal it. */
    @Column
    private @Nullable Instant revealedAt;

    /** The slug at which readers last saw it. Absent: readers never saw it, or an older release showed it. */
    @Column
    private @Nullable String publicSlug;

    /** The next time at which the clock changes the visibility; absent: never. */
    @Column
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant dueAt;

    void publish() {
        status = status.to(Status.PUBLISHED);
        publishAt = null;
        withdrawal = null;
    }

    /** Returns whether it was not scheduled. */
    boolean schedule(Instant due) {
        boolean isNew = status != Status.SCHEDULED;
        status = status.to(Status.SCHEDULED);
        publishAt = due;
        return isNew;
    }

    void unpublish() {
        status = status.to(Status.DRAFT);
        publishAt = null;
        withdrawal = null;
    }

    /** Returns whether it had no embargo. */
    boolean embargo(@Nullable Instant until) {
        boolean isNew = embargoUntil == null;
        embargoUntil = until;
        return isNew;
    }

    /** Returns whether it had no expiry. */
    boolean expire(@Nullable Instant at) {
        boolean isNew = expiresAt == null;
        expiresAt = at;
        return isNew;
    }

    /**
     * Withdraws it, or changes the reason; the time stays that of the first withdrawal. Returns whether the reason is news to
     * readers from whom it was hidden already.
     */
    boolean withdraw(Withdrawal.Reason reason, @Nullable String note, Instant now) {
        boolean isNews = !shown && revealedAt != null && (withdrawal == null || withdrawal.reason() != reason);
        Instant since = withdrawal == null ? now : withdrawal.at();
        status = status == Status.WITHDRAWN ? status : status.to(Status.WITHDRAWN);
        withdrawal = new Withdrawal(reason, note, since);
        return isNews;
    }

    /** Stores the visibility to readers, and at which slug. */
    void show(boolean visible, String slug, Instant now) {
        shown = visible;
        publicSlug = visible ? slug : publicSlug;
        revealedAt = visible && revealedAt == null ? now : revealedAt;
    }

    /** Computes the next time after now at which the clock changes the visibility; an embargo without end has none. */
    void plan(Instant now) {
        dueAt = switch (status) {
            case SCHEDULED -> publishAt;
            case PUBLISHED ->
                Stream.of(embargoUntil, expiresAt)
                        .filter(Objects::nonNull)
                        .filter(at -> at.isAfter(now) && at.isBefore(INDEFINITELY))
                        .min(Instant::compareTo)
                        .orElse(null);
            case DRAFT, WITHDRAWN -> null;
        };
    }

    /** The time at which readers begin to see a publication of that time. An embargo without end counts as none. */
    Instant appearance(Instant published) {
        return embargoUntil != null && embargoUntil.isAfter(published) && embargoUntil.isBefore(INDEFINITELY)
                ? embargoUntil
                : published;
    }

    void requireScheduled() {
        if (status != Status.SCHEDULED) {
            throw Problem.conflict("The article is not scheduled.");
        }
    }

    /** Requires that readers have never seen it and that no embargo will show it to them. */
    void requireUnseen() {
        if (revealedAt != null || status == Status.PUBLISHED) {
            throw Problem.conflict(
                    "Readers have seen the article, or will. Unpublish or withdraw it; its address stays taken.");
        }
    }

    boolean isEmbargoed(Instant now) {
        return embargoUntil != null && embargoUntil.isAfter(now);
    }

    boolean isDue(Instant now) {
        return status == Status.SCHEDULED && publishAt != null && !publishAt.isAfter(now);
    }

    /** The next time at which the clock changes the visibility; null: never. */
    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    public Status status() {
        return status;
    }

    public @Nullable Instant publishAt() {
        return publishAt;
    }

    public @Nullable Instant embargoUntil() {
        return embargoUntil;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Withdrawal withdrawal() {
        return withdrawal;
    }

    boolean isShown() {
        return shown;
    }

    /**
     * The slug by which readers know the article, which leads to it for ever. Empty if readers do not know it: a redirect would
     * reveal the draft.
     *
     * @param slug the current one
     */
    Optional<String> publicSlug(String slug) {
        return shown
                ? Optional.of(slug)
                : Optional.ofNullable(publicSlug).or(() -> revealedAt == null ? Optional.empty() : Optional.of(slug));
    }

    /** The slug at which readers last saw it, if it has changed since. */
    Optional<String> formerSlug(String slug) {
        return Optional.ofNullable(publicSlug).filter(former -> !former.equals(slug));
    }

    /** True if readers have ever seen it. */
    public boolean wasRevealed() {
        return revealedAt != null;
    }
}
