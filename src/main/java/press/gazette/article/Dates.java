package press.gazette.article;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.PublicationDraft;
import press.gazette.change.Subject;
import press.gazette.problem.Problem;

/**
 * The dates of an article and the rules by which they move.
 *
 * <p>An embargo dates the story when it is set: the columns take the planned moment at once, since readers see none of them
 * before. When the plan changes, the columns with that moment move along; a date that an editor has set stays.
 */
@Embeddable
public class Dates {

    /** The time at which readers first could see it; fixed once they have. Absent before the first publication. */
    @Column
    private @Nullable Instant firstPublishedAt;

    /** The date shown to readers, by which listings are ordered. Absent before the first publication. */
    @Column
    private @Nullable Instant publishedAt;

    /** The last significant edit or correction. Absent before the first publication. */
    @Column
    private @Nullable Instant updatedAt;

    /** The last or planned appearance: a publication, the end of an embargo, a return. Absent before the first publication. */
    @Column
    private @Nullable Instant appearedAt;

    /** The later of {@code updatedAt} and {@code appearedAt}, for listings by last update; the database computes it. */
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant renewedAt;

    /** The last edit of any kind, published or not; for the desk. */
    @Column(nullable = false)
    private Instant modifiedAt;

    /** The last edit or appearance that readers could notice; for readers. Absent before the first publication. */
    @Column
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant publicModifiedAt;

    /** The date shown to readers before this transaction; absent: unchanged, or none. */
    @Transient
    private @Nullable Instant formerDate;

    protected Dates() {}

    Dates(Instant created) {
        modifiedAt = created;
    }

    /**
     * Dates a publication.
     *
     * @param date to show; absent: the date that an editor set before, else the moment
     * @param moment at which readers begin to see it, if they have not before
     * @param revealed true if readers have seen it before
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

    /** Sets the dates of a publication now, for a preview whose transaction is rolled back. */
    public void rehearse(Instant now) {
        Instant edited = modifiedAt;
        if (publishedAt == null) {
            published(null, now, false, now);
        }
        modifiedAt = edited;
        publicModifiedAt = edited;
    }

    /**
     * Moves the appearance to another moment.
     *
     * @param revealed true if readers have seen it before
     * @param planned true if the current moment has not come
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
     * Changes the date of a published article.
     *
     * @param revealed true if readers have seen it before; otherwise the first publication takes the date too
     */
    void redated(Instant date, boolean revealed) {
        firstPublishedAt = revealed ? firstPublishedAt : date;
        updatedAt = revealed ? later(updatedAt, date) : date;
        redate(date);
    }

    /** Shows readers the date of the last update that a publication brings along; absent: that of the rules stays. */
    void backdateUpdate(PublicationDraft draft, Instant now) {
        Instant date = draft.updatedAt();
        if (date == null) {
            return;
        }
        if (date.isAfter(now) || publishedAt == null || date.isBefore(publishedAt)) {
            throw Problem.invalidContent("/updatedAt", "The date is now or earlier, and not before publishedAt.");
        }
        updatedAt = date;
    }

    private void redate(Instant date) {
        formerDate = publishedAt;
        publishedAt = date;
    }

    /** The days in the archive of the former and the current date. */
    Stream<Subject> days() {
        return Stream.of(Optional.ofNullable(formerDate), Optional.ofNullable(publishedAt))
                .flatMap(Optional::stream)
                .map(Subject::day)
                .distinct();
    }

    void significantlyEdited(Instant now) {
        updatedAt = later(appearedAt, now);
    }

    /** Dates an edit that readers get, at once or with the appearance. */
    void publiclyEdited(Instant now) {
        publicModifiedAt = later(appearedAt, now);
        modifiedAt = now;
    }

    /** Dates an edit that readers do not notice. */
    void edited(Instant now) {
        modifiedAt = now;
    }

    /** True for the moment of appearance and for later dates; earlier dates are set by an editor. */
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
