package press.gazette.article.preview;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.change.Edit;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.problem.Problem;

/** A preview link to an article. Removing it revokes the link. */
@Entity
public class Preview extends PanacheEntityBase implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID articleId;

    @Column(updatable = false)
    private @Nullable String note;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false)
    private String createdBy;

    @Column(nullable = false, updatable = false)
    private Instant expiresAt;

    @Version
    private int version;

    protected Preview() {}

    /** Creates a link, which is valid when the transaction is committed. */
    static Preview grant(UUID article, @Nullable String note, Edit edit, Instant expiresAt) {
        Preview preview = new Preview();
        preview.articleId = article;
        preview.note = note;
        preview.createdAt = edit.at();
        preview.createdBy = Objects.requireNonNull(edit.editor());
        preview.expiresAt = expiresAt;
        preview.persist();
        return preview;
    }

    /** The link with that id, valid or expired; {@code not-found} if there is none. */
    static Preview of(String id, LockModeType lock) {
        return Ref.of(id)
                .<Preview>flatMap(
                        ref -> ref.either(known -> Preview.findByIdOptional(known, lock), slug -> Optional.empty()))
                .orElseThrow(() -> Problem.notFound("preview"));
    }

    /** All valid links to an article, the latest first. */
    static List<Preview> ofArticle(UUID article, Instant now) {
        return list("articleId = ?1 and expiresAt > ?2 order by createdAt desc, id desc", article, now);
    }

    /** Deletes the expired links to an article. */
    static void deleteExpired(UUID article, Instant now) {
        delete("articleId = ?1 and expiresAt <= ?2", article, now);
    }

    UUID id() {
        return id;
    }

    UUID article() {
        return articleId;
    }

    @Nullable
    String note() {
        return note;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    PreviewToken token() {
        return new PreviewToken(id, expiresAt);
    }

    @Override
    public int version() {
        return version;
    }

    /** The audit log records links under their article. */
    @Override
    public Subject subject() {
        return Subject.article(articleId);
    }
}
