package press.gazette.media;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.database.Planned;
import press.gazette.database.PlannedRowListener;
import press.gazette.desk.Versioned;

/** A picture and its rights. The file itself lives elsewhere: on an image service, a CDN, or this server's static files. */
@Entity
@EntityListeners(PlannedRowListener.class)
public class Media extends PanacheEntityBase implements Planned, Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private String url;

    @Column(nullable = false)
    private String alt;

    private @Nullable String caption;
    private @Nullable String credit;

    @Column(nullable = false)
    private int width;

    @Column(nullable = false)
    private int height;

    @Column(nullable = false)
    @Convert(converter = Renditions.class)
    private List<Rendition> renditions;

    /** From this moment readers do not see it; absent: they always do. */
    private @Nullable Instant rightsExpireAt;

    /** When the ledger has to tell of the end of the rights; absent: never, or it has done so. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant dueAt;

    @Version
    private int version;

    protected Media() {}

    /** A picture that is not stored yet. */
    public Media(Picture picture) {
        fill(picture);
    }

    private void fill(Picture picture) {
        this.url = picture.url();
        this.alt = picture.alt();
        this.caption = picture.caption();
        this.credit = picture.credit();
        this.width = picture.width();
        this.height = picture.height();
        this.renditions = picture.renditions();
    }

    /** A new picture as an editor has described it. */
    public static Media file(Picture picture, @Nullable Instant rightsExpireAt, Instant now) {
        Media media = new Media(picture);
        media.expire(rightsExpireAt, now);
        media.persist();
        return media;
    }

    /**
     * Describes it anew.
     *
     * @param shown whether readers see it somewhere, if its rights allow; then the ledger tells them what they can notice: not
     *     an end of its rights that is still to come, but one that has come and was not told yet
     */
    public void revise(Picture picture, @Nullable Instant rightsEnd, boolean shown, Instant now) {
        if (picture.equals(picture().unstored()) && Objects.equals(rightsEnd, rightsExpireAt)) {
            return;
        }
        boolean before = Rights.cover(this, now);
        boolean ended = dueAt != null && !dueAt.isAfter(now);
        boolean redrawn = !picture.equals(picture().unstored());
        fill(picture);
        expire(rightsEnd, now);
        boolean after = Rights.cover(this, now);
        if (shown && (before != after || ended || (after && redrawn))) {
            tell(now);
        }
    }

    /**
     * Removes it.
     *
     * @param shown whether readers see it somewhere, if its rights allow; then the ledger tells them
     */
    public void discard(boolean shown, Instant now) {
        if (shown && Rights.cover(this, now)) {
            tell(now);
        }
        delete();
    }

    @Override
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    private void expire(@Nullable Instant at, Instant now) {
        rightsExpireAt = at;
        dueAt = at != null && at.isAfter(now) ? at : null;
    }

    /** Its rights are over. */
    void rightsEnd(boolean shown, Instant now) {
        dueAt = null;
        if (shown) {
            tell(now);
        }
    }

    private void tell(Instant now) {
        List<Subject> shownBy = List.of(Subject.ARTICLES, Subject.TAGS, Subject.LISTS, Subject.LABELS);
        Ledger.record(Change.of(Change.Kind.UPDATED, subject(), shownBy, now));
    }

    /** The picture, kept from all other writers until the transaction ends. */
    public static Optional<Media> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    public @Nullable Instant rightsExpireAt() {
        return rightsExpireAt;
    }

    @Override
    public Subject subject() {
        return Subject.media(id);
    }

    @Override
    public int version() {
        return version;
    }

    public UUID id() {
        return id;
    }

    /** What readers see of it. */
    public Picture picture() {
        return new Picture(id, url, alt, caption, credit, width, height, renditions);
    }
}
