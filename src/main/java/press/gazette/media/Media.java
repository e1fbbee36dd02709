package press.gazette.media;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.database.due.Planned;
import press.gazette.database.due.PlannedRowListener;
import press.gazette.desk.changes.DeskChangeListener;
import press.gazette.json.JsonColumn;
import press.gazette.media.file.FiledContent;
import press.gazette.media.file.IncomingFile;
import press.gazette.media.file.MediumKind;
import press.gazette.media.file.StoredFile;
import press.gazette.media.rendition.CropArea;
import press.gazette.media.rendition.Focus;
import press.gazette.media.rendition.Framing;
import press.gazette.media.rendition.Presets;
import press.gazette.problem.Problem;

/** A picture, film, sound or document and its rights. The file is in the store, or elsewhere, such as on an image service. */
@Entity
@EntityListeners({PlannedRowListener.class, DeskChangeListener.class})
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
    @Convert(converter = RenditionsColumn.class)
    private List<Rendition> renditions;

    /** Null: its crops keep the middle. */
    private @Nullable Framing framing;

    /** The average colour; null if it is unknown. */
    private @Nullable String placeholder;

    /** Its word in the database. */
    @Column(nullable = false)
    private String kind = MediumKind.PICTURE.word();

    /** The file in the store; null if it is elsewhere. */
    @Convert(converter = FileColumn.class)
    private @Nullable StoredFile file;

    /** The content of that file, for lookups. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable String fileHash;

    /** True once a reader has got the file or a rendition. Set by the requests of readers alone. */
    @Column(insertable = false, updatable = false)
    private boolean served;

    private Licence licence = Licence.FREE;

    /** The time at which the end of the rights must be recorded in the ledger; null if never, or if it is recorded. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant dueAt;

    private MediaWords search = new MediaWords();

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
        this.framing = framing().about(picture.focus()).orNull();
        search.index(MediaWords.of(caption, alt, credit));
    }

    /** Stores a new picture. */
    public static Media create(Picture picture, Licence licence, Instant now) {
        Media media = new Media(picture);
        media.license(licence, now);
        media.persist();
        return media;
    }

    /** Stores a new record of a file that is being put into the store, with the texts that the file has. */
    public static Media create(IncomingFile incoming, Presets presets, Instant now) {
        Media media = new Media(Picture.of(incoming.texts()));
        media.persist();
        media.take(incoming.file(), presets, now);
        return media;
    }

    /**
     * Replaces the file; the words, the focus and the crops stay.
     *
     * @param shown true if the picture is in use where readers see it, if its rights allow
     * @return true if the file was elsewhere before
     * @throws Problem {@code conflict} if the file is of another kind, or a picture that cannot be shown replaces one that can
     */
    public boolean replace(IncomingFile incoming, Presets presets, boolean shown, Instant now) {
        StoredFile former = file;
        StoredFile next = incoming.file();
        if (!next.type().kind().word().equals(kind) || (isPicture() && !next.showsAsPicture())) {
            throw Problem.conflict("Only a " + kind + " that readers can see may replace this one: it may be in use.");
        }
        if (former == null || !former.hash().equals(next.hash())) {
            take(next, presets, now);
            if (Rights.allow(this, now)) {
                recordIfNoticed(shown, Change.Kind.UPDATED, now);
            }
        }
        return former == null;
    }

    private void take(StoredFile next, Presets presets, Instant now) {
        FiledContent.used(Stream.of(Optional.ofNullable(file), Optional.of(next)), now);
        file = next;
        fileHash = next.hash();
        kind = next.type().kind().word();
        placeholder = next.colour();
        framing = framing().forFile(next).orNull();
        fill(picture().of(id, next, presets.plan(next, framing())));
    }

    /** Names areas for crops. {@link #revise} gives the picture the addresses of those crops. */
    public void crop(@Nullable Map<String, CropArea> areas) {
        framing = new Framing(framing().focus(), areas).orNull();
    }

    /**
     * Changes the description and the rights. The ledger records what readers notice: not a future end of its rights.
     *
     * @param shown true if the picture is in use where readers see it, if its rights allow
     */
    public void revise(Picture picture, Licence rights, boolean shown, Instant now) {
        boolean changed = !picture.equals(picture().unstored());
        if (!changed && rights.equals(licence)) {
            return;
        }
        boolean passedOn = rights.syndicated() != licence.syndicated();
        boolean before = Rights.allow(this, now);
        boolean ended = dueAt != null && !dueAt.isAfter(now);
        boolean moved = !url.equals(picture.url());
        fill(picture);
        license(rights, now);
        boolean after = Rights.allow(this, now);
        if (after && (shown || served)) {
            Ledger.invalidatePrivately(Rights.groups(this, shown));
        }
        if (before != after || ended || (after && (passedOn || (shown ? changed : moved)))) {
            recordIfNoticed(
                    shown || passedOn,
                    after ? before ? Change.Kind.UPDATED : Change.Kind.CREATED : Change.Kind.DELETED,
                    now);
        }
    }

    /** Removes the picture; the parameter as above. */
    public void discard(boolean shown, Instant now) {
        if (Rights.allow(this, now)) {
            recordIfNoticed(shown, Change.Kind.DELETED, now);
        }
        FiledContent.used(Stream.of(Optional.ofNullable(file)), now);
        delete();
    }

    @Override
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    private void license(Licence rights, Instant now) {
        licence = rights;
        Instant at = rights.end();
        dueAt = at != null && at.isAfter(now) ? at : null;
    }

    /** Records the end of its rights. */
    void rightsEnd(boolean shown, Instant now) {
        dueAt = null;
        recordIfNoticed(shown, Rights.allow(this, now) ? Change.Kind.UPDATED : Change.Kind.DELETED, now);
    }

    /** A file that was served may be in caches and in bodies, though no lead picture shows it. */
    private void recordIfNoticed(boolean shown, Change.Kind kindOfChange, Instant now) {
        if (shown || served) {
            Ledger.record(Change.of(kindOfChange, subject(), Rights.groups(this, shown), now));
        }
    }

    /** The picture, locked until the transaction ends. */
    public static Optional<Media> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The file in the store; null if it is elsewhere. */
    public @Nullable StoredFile file() {
        return file;
    }

    /** True if it can be shown as a picture: films, sound and documents cannot, nor pictures that this server does not decode. */
    public boolean isPicture() {
        return file == null || file.showsAsPicture();
    }

    public MediumKind kind() {
        return MediumKind.of(kind);
    }

    /** The parts that its crops show. */
    public Framing framing() {
        return Objects.requireNonNullElse(framing, Framing.NONE);
    }

    /** Its rights, as the desk sets them. */
    public Licence licence() {
        return licence;
    }

    public @Nullable Instant rightsExpireAt() {
        return licence.end();
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

    /** The picture as readers see it. */
    public Picture picture() {
        Focus focus = framing().focus();
        return new Picture(id, url, alt, caption, credit, width, height, renditions, focus, placeholder);
    }

    @Converter
    @Immutable
    static final class RenditionsColumn extends JsonColumn<List<Rendition>> {}

    @Converter
    @Immutable
    static final class FileColumn extends JsonColumn<StoredFile> {}
}
