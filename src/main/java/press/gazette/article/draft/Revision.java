package press.gazette.article.draft;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.Status;
import press.gazette.json.Json;
import press.gazette.problem.Problem;

/** One save of an article: immutable, numbered from 1 in each article. */
@Entity
@Table(name = "article_revision")
@IdClass(Revision.Key.class)
public class Revision extends PanacheEntityBase {

    /** Whose revision, and which. */
    public record Key(UUID articleId, int number) implements Serializable {}

    /** Who wrote what no desk has saved. */
    private static final String IMPORTER = "import";

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
    @Convert(converter = Content.class)
    private ArticleDraft content;

    protected Revision() {}

    /** Makes a new article of a draft. */
    public static Article begin(ArticleDraft draft, String author, Instant now) {
        ArticleContent content = Resolving.content(draft, null);
        Article article = Article.draft(content, now);
        keep(article, ArticleDraft.of(content), draft.note(), author, now);
        article.write(content);
        return article;
    }

    /**
     * Saves a draft of the article, unless it is what the desk saved last and has no note: at once in its place, unless readers find something at its address, if only that it was
     * withdrawn; then a publication does that.
     */
    public static void save(Article article, ArticleDraft draft, String author, Instant now) {
        ArticleContent content = Resolving.content(draft, article);
        ArticleDraft resolved = ArticleDraft.of(content);
        if (draft.note() == null && resolved.equals(working(article))) {
            return;
        }
        if (article.saves().latestRevision() == 0) {
            ArticleContent imported = article.content();
            keep(
                    article,
                    ArticleDraft.of(imported),
                    null,
                    IMPORTER,
                    article.dates().modifiedAt());
            article.write(imported);
        }
        keep(article, resolved, draft.note(), author, now);
        if (!article.life().status().hasReaders()) {
            article.write(content);
        }
    }

    /**
     * Puts the latest revision in the place of the live one.
     *
     * @throws Problem {@code conflict} when it names something that has been removed since it was saved
     */
    public static void goLive(Article article) {
        if (article.saves().areAhead()) {
            article.write(publishable(article));
        }
    }

    private static ArticleContent publishable(Article article) {
        try {
            return Resolving.content(working(article), article);
        } catch (Problem fault) {
            throw Problem.conflict(
                    "The working draft cannot be published. " + fault.detail() + " Edit the draft first.");
        }
    }

    /** Removes an article that readers have never seen, with all that was ever saved of it. */
    public static void discard(Article article) {
        if (article.life().wasRevealed() || article.life().status() == Status.PUBLISHED) {
            throw Problem.conflict(
                    "Readers have seen the article, or will. Unpublish or withdraw it; its address stays taken.");
        }
        delete("articleId", article.id());
        article.delete();
    }

    /** The working draft: what the desk saved last. */
    public static ArticleDraft working(Article article) {
        return numbered(article.id(), article.saves().latestRevision())
                .map(Revision::content)
                .orElseGet(() -> ArticleDraft.of(article.content()));
    }

    /** The same with what it names, as far as that is still there. */
    public static ArticleContent workingContent(Article article) {
        return article.saves().areAhead() ? Resolving.remaining(working(article), article) : article.content();
    }

    /** The revision of that number. */
    public static Optional<Revision> numbered(UUID article, int number) {
        return Revision.findByIdOptional(new Key(article, number));
    }

    /** The revision whose number a client wrote; empty: there is none of it. */
    public static Optional<Revision> numbered(UUID article, String number) {
        return number(number).flatMap(parsed -> numbered(article, parsed));
    }

    static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** At most that many, the latest first, from behind a number on. */
    static List<Revision> before(UUID article, int number, int most) {
        return Revision.<Revision>find(
                        "articleId = ?1 and number < ?2 order by articleId desc, number desc", article, number)
                .range(0, most - 1)
                .list();
    }

    private static void keep(Article article, ArticleDraft content, @Nullable String note, String author, Instant now) {
        Revision revision = new Revision();
        revision.articleId = article.id();
        revision.number = article.save(author, now);
        revision.at = now;
        revision.author = author;
        revision.note = note;
        revision.content = content;
        revision.persist();
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
    static class Content implements AttributeConverter<ArticleDraft, String> {

        @Override
        public String convertToDatabaseColumn(ArticleDraft content) {
            return Json.column(content);
        }

        @Override
        public ArticleDraft convertToEntityAttribute(String column) {
            return Json.fromColumn(column, ArticleDraft.class);
        }
    }
}
