package press.gazette.article.preview;

import java.time.Instant;
import java.util.List;
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
import press.gazette.change.Subject;
import press.gazette.desk.Versioned;
import press.gazette.problem.Problem;

/** That those who have a link may see an article. It is removed to revoke the link. */
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

    /** A new one, good once the transaction is committed. */
    static Preview grant(UUID article, @Nullable String note, String createdBy, Instant now, Instant expiresAt) {
        Preview preview = new Preview();
        preview.articleId = article;
        preview.note = note;
        preview.createdAt = now;
        preview.createdBy = createdBy;
        preview.expiresAt = expiresAt;
        preview.persist();
        return preview;
    }

    /** The one of that id, good or over; refuses with {@code not-found}. */
    static Preview of(String id, LockModeType lock) {
        return Ref.of(id)
                .map(Ref::id)
                .<Preview>flatMap(known -> Preview.findByIdOptional(known, lock))
                .orElseThrow(() -> Problem.notFound("preview"));
    }

    /** All of an article that are good, the latest first. */
    static List<Preview> ofArticle(UUID article, Instant now) {
        return list("articleId = ?1 and expiresAt > ?2 order by createdAt desc, id desc", article, now);
    }

    /** Forgets those of an article that are over. */
    static void forgetEnded(UUID article, Instant now) {
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

    /** What is told of it is told of its article. */
    @Override
    public Subject subject() {
        return Subject.article(articleId);
    }
}
