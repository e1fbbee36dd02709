package press.gazette.article.draft;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.json.JsonColumn;
import press.gazette.paging.RevisionNumber;

/** One save of an article: immutable, numbered from 1 in each article. */
@Entity
@Table(name = "article_revision")
@IdClass(Revision.Key.class)
public class Revision extends PanacheEntityBase {

    /** The article and the number of the revision. */
    public record Key(UUID articleId, int number) implements Serializable {}

    @Id
    private UUID articleId;

    @Id
    private int number;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String author;

    private @Nullable String note;

    @Column(nullable = false)
    @Convert(converter = ContentColumn.class)
    private ArticleDraft content;

    protected Revision() {}

    /** Stores a save of an article. */
    public static void keep(Key key, ArticleDraft content, @Nullable String note, Edit edit) {
        Revision revision = new Revision();
        revision.articleId = key.articleId();
        revision.number = key.number();
        revision.at = edit.at();
        revision.author = edit.author();
        revision.note = note;
        revision.content = content;
        revision.persist();
    }

    /** Removes all revisions of an article. */
    public static void discard(UUID article) {
        delete("articleId", article);
    }

    /** The revision with this number; empty if the article has none. */
    public static Optional<Revision> numbered(UUID article, int number) {
        return Revision.findByIdOptional(new Key(article, number));
    }

    /** As above, with the number as a client sent it; empty if the text is not a number. */
    public static Optional<Revision> numbered(UUID article, String number) {
        return RevisionNumber.parse(number).flatMap(parsed -> numbered(article, parsed));
    }

    /** Up to {@code most} revisions with lower numbers, the latest first. */
    static List<Revision> before(UUID article, int number, int most) {
        return Revision.<Revision>find(
                        "articleId = ?1 and number < ?2 order by articleId desc, number desc", article, number)
                .range(0, most - 1)
                .list();
    }

    UUID article() {
        return articleId;
    }

    public int number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public String author() {
        return author;
    }

    public @Nullable String note() {
        return note;
    }

    public ArticleDraft content() {
        return content;
    }

    @Converter
    @Immutable
    static final class ContentColumn extends JsonColumn<ArticleDraft> {}
}
