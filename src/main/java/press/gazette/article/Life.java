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

/** Where an article is in its life, and when time alone will move it on. What is legal is {@link Status}'s to say. */
@Embeddable
public class Life {

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    /** When a scheduled article is due; absent in every other status. */
    @Column
    private @Nullable Instant publishAt;

    /** Hidden until then although published. */
    @Column
    private @Nullable Instant embargoUntil;

    /** Hidden from then on although published. */
    @Column
    private @Nullable Instant expiresAt;

    private @Nullable Withdrawal withdrawal;

    /** Whether the ledger last said that readers can see it. */
    @Column(nullable = false)
    private boolean shown;

    /** When readers first saw it; absent: never, and so nothing may ever tell them of it. */
    @Column
    private @Nullable Instant revealedAt;

    /** The slug at which readers last saw it. Absent: never, or an older release showed it. */
    @Column
    private @Nullable String publicSlug;

    /** When time alone changes what readers see; absent: never. */
    @Column
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant dueAt;

    void publish() {
        status = status.to(Status.PUBLISHED);
        publishAt = null;
        withdrawal = null;
    }

    void schedule(Instant due) {
        status = status.to(Status.SCHEDULED);
        publishAt = due;
    }

    void unpublish() {
        status = status.to(Status.DRAFT);
        publishAt = null;
        withdrawal = null;
    }

    void embargo(@Nullable Instant until) {
        embargoUntil = until;
    }

    void expire(@Nullable Instant at) {
        expiresAt = at;
    }

    /** Takes it away, or gives another reason for that; it stays taken away since the first time. */
    void withdraw(Withdrawal.Reason reason, @Nullable String note, Instant now) {
        Instant since = withdrawal == null ? now : withdrawal.at();
        status = status == Status.WITHDRAWN ? status : status.to(Status.WITHDRAWN);
        withdrawal = new Withdrawal(reason, note, since);
    }

    /** Takes note that readers see it or see it no more. */
    void show(boolean visible, String slug, Instant now) {
        shown = visible;
        publicSlug = visible ? slug : publicSlug;
        revealedAt = visible && revealedAt == null ? now : revealedAt;
    }

    /** Finds the next moment after now at which the clock moves it; an embargo without end has none. */
    void plan(Instant now) {
        dueAt = switch (status) {
            case SCHEDULED -> publishAt;
            case PUBLISHED ->
                Stream.of(embargoUntil, expiresAt)
                        .filter(Objects::nonNull)
                        .filter(at -> at.isAfter(now) && at.isBefore(Article.INDEFINITELY))
                        .min(Instant::compareTo)
                        .orElse(null);
            case DRAFT, WITHDRAWN -> null;
        };
    }

    /** When readers begin to see what is published then. Of an embargo without end the end is not known: it counts as none. */
    Instant appearance(Instant published) {
        return embargoUntil != null && embargoUntil.isAfter(published) && embargoUntil.isBefore(Article.INDEFINITELY)
                ? embargoUntil
                : published;
    }

    boolean isEmbargoed(Instant now) {
        return embargoUntil != null && embargoUntil.isAfter(now);
    }

    boolean isDue(Instant now) {
        return status == Status.SCHEDULED && publishAt != null && !publishAt.isAfter(now);
    }

    /** When the clock moves it on; absent: never. */
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
     * The slug by which readers know it, which must lead to it for ever. Slugs of drafts alone are not kept: they would tell
     * of the draft.
     *
     * @param slug the current one
     */
    Optional<String> publicSlug(String slug) {
        return shown
                ? Optional.of(slug)
                : Optional.ofNullable(publicSlug).or(() -> revealedAt == null ? Optional.empty() : Optional.of(slug));
    }

    /** Whether readers have ever seen it. */
    public boolean wasRevealed() {
        return revealedAt != null;
    }
}
