package press.gazette.article;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;

/**
 * The dates of an article and the rules by which they move.
 *
 * <p>An embargo dates a story before it ends: at the click the columns take the moment that is planned, since readers see
 * none of them before. When the plan changes, what took that moment moves along; a date that an editor has set does not.
 */
@Embeddable
public class Dates {

    /** When readers first could see it; does not change once they did. Absent before the first publication. */
    @Column
    private @Nullable Instant firstPublishedAt;

    /** What readers are shown as its date; the order of listings. Absent before the first publication. */
    @Column
    private @Nullable Instant publishedAt;

    /** The last significant edit or correction. Absent before the first publication. */
    @Column
    private @Nullable Instant updatedAt;

    /** When readers last began to see it, or will: a publication, the end of an embargo, a return. Absent before that. */
    @Column
    private @Nullable Instant appearedAt;

    /** The later of {@code updatedAt} and {@code appearedAt}, by which listings find what is new; the database computes it. */
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant renewedAt;

    /** The last edit of any kind, published or not: the desk's. */
    @Column(nullable = false)
    private Instant modifiedAt;

    /** The last edit or appearance that readers could notice: theirs. Absent before the first publication. */
    @Column
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant publicModifiedAt;

    /** What readers were shown as its date before this transaction; absent: the same, or nothing. */
    @Transient
    private @Nullable Instant formerDate;

    protected Dates() {}

    Dates(Instant created) {
        modifiedAt = created;
    }

    /**
     * Dates a publication.
     *
     * @param date what an editor wants readers to be shown; absent: the date that an editor gave it before, else the moment
     * @param moment when readers begin to see it, if they have not before
     * @param revealed whether they have
     */
    void published(@Nullable Instant date, Instant moment, boolean revealed, Instant now) {
        boolean derived = !revealed && publishedAt != null && publishedAt.equals(appearedAt);
        boolean planned = appearedAt != null && (!revealed || appearedAt.isAfter(now));
        Instant edited = planned && follows(updatedAt) ? null : updatedAt;
        Instant shown = date != null ? date : publishedAt == null || derived ? moment : publishedAt;
        redate(shown);
        firstPublishedAt = revealed && firstPublishedAt != null ? firstPublishedAt : shown;
        updatedAt = revealed && edited == null ? later(moment, shown) : later(edited, shown);
        appearedAt = later(moment, now);
        publicModifiedAt = appearedAt;
        modifiedAt = now;
    }

    /** Fills in what a publication now would: for a preview, in a transaction that nobody keeps. */
    public void rehearse(Instant now) {
        Instant edited = modifiedAt;
        if (publishedAt == null) {
            published(null, now, false, now);
        }
        modifiedAt = edited;
        publicModifiedAt = edited;
    }

    /**
     * Has readers begin to see it at another moment.
     *
     * @param revealed whether they have seen it before
     * @param planned whether the moment so far has not come
     */
    void appearsAt(Instant moment, boolean revealed, boolean planned) {
        if ((planned || !revealed) && follows(updatedAt)) {
            updatedAt = moment;
        }
        if (!revealed && publishedAt != null && publishedAt.equals(appearedAt)) {
            firstPublishedAt = moment;
            redate(moment);
        }
        appearedAt = moment;
        publicModifiedAt = moment;
    }

    /**
     * Shows readers another date of a published article.
     *
     * @param revealed whether they have seen it; otherwise its first publication is dated so
     */
    void redated(Instant date, boolean revealed) {
        firstPublishedAt = revealed ? firstPublishedAt : date;
        updatedAt = revealed ? later(updatedAt, date) : date;
        redate(date);
    }

    private void redate(Instant date) {
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
        updatedAt = later(appearedAt, now);
    }

    /** Readers are given the edit, at once or when they begin to see the article. */
    void publiclyEdited(Instant now) {
        publicModifiedAt = later(appearedAt, now);
        modifiedAt = now;
    }

    /** The desk has edited it; readers notice nothing. */
    void edited(Instant now) {
        modifiedAt = now;
    }

    /** Whether it is the moment of appearance or was put off to it; dates before are those that an editor has set. */
    private boolean follows(@Nullable Instant date) {
        return date != null && appearedAt != null && !date.isBefore(appearedAt);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
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

    @Nullable
    Instant appearedAt() {
        return appearedAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }
}
