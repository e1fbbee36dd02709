package press.gazette.article;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;

/** The four dates of an article and the rules by which they move. */
@Embeddable
public class Dates {

    /** When readers first could see it; never changes. Absent before. */
    @Column
    private @Nullable Instant firstPublishedAt;

    /** What readers are shown as its date; the order of listings. Absent before the first publication. */
    @Column
    private @Nullable Instant publishedAt;

    /** The last significant edit or correction. Absent before the first publication. */
    @Column
    private @Nullable Instant updatedAt;

    /** The last edit of any kind. */
    @Column(nullable = false)
    private Instant modifiedAt;

    /** What readers were shown as its date before this transaction; absent: the same, or nothing. */
    @Transient
    private @Nullable Instant formerDate;

    protected Dates() {}

    Dates(Instant created) {
        modifiedAt = created;
    }

    void published(Instant date, Instant now) {
        redated(date);
        firstPublishedAt = firstPublishedAt == null ? date : firstPublishedAt;
        updatedAt = updatedAt == null ? date : updatedAt;
        modifiedAt = now;
    }

    /** Fills in what a publication now would: for a preview, in a transaction that nobody keeps. */
    public void rehearse(Instant now) {
        published(publishedAt == null ? now : publishedAt, modifiedAt);
    }

    void redated(Instant date) {
        formerDate = publishedAt;
        publishedAt = date;
    }

    /** The days on which readers saw it before and see it now. */
    Stream<Subject> days() {
        return Stream.of(Optional.ofNullable(formerDate), Optional.ofNullable(publishedAt))
                .flatMap(Optional::stream)
                .map(Subject::day)
                .distinct();
    }

    void significantlyEdited(Instant now) {
        updatedAt = now;
        modifiedAt = now;
    }

    void edited(Instant now) {
        modifiedAt = now;
    }

    public @Nullable Instant firstPublishedAt() {
        return firstPublishedAt;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable Instant updatedAt() {
        return updatedAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }
}
