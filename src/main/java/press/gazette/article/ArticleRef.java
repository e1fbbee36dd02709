package press.gazette.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.LockModeType;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Ref;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.desk.DeskRef;
import press.gazette.problem.Problem;
import press.gazette.tag.VocabularyLock;

/** An article's id or slug, as a request gives it. */
@Schema(type = SchemaType.STRING, description = ArticleRef.DESCRIPTION, example = ArticleRef.EXAMPLE)
public record ArticleRef(String text) implements DeskRef<Article> {

    public static final String DESCRIPTION = "The article's id or slug.";
    public static final String EXAMPLE = "gas-contract-averil";

    /** The parsed text; {@code not-found} if it is neither an id nor a slug. */
    public Ref ref() {
        return Ref.parse(text, "article");
    }

    /** The article, visible or not; {@code not-found} if there is none. */
    public Article find() {
        return atDesk(ref()).orElseThrow(ArticleRef::unknown);
    }

    @Override
    public Article locked() {
        VocabularyLock.share();
        return id(ref()).flatMap(ArticleRef::lock).orElseThrow(ArticleRef::unknown);
    }

    /** Locks articles in the order of their ids: two transactions with the same articles cannot deadlock. */
    public static void lockAll(Stream<ArticleRef> articles) {
        VocabularyLock.share();
        articles.flatMap(article -> Ref.of(article.text).flatMap(ArticleRef::id).stream())
                .distinct()
                .sorted()
                .forEach(ArticleRef::lock);
    }

    /** The article of that id or current slug, visible or not. */
    public static Optional<Article> atDesk(Ref ref) {
        return ref.either(
                id -> Article.<Article>findByIdOptional(id),
                slug -> Article.find("text.slug", slug).firstResultOptional());
    }

    /** The article that had this slug before, visible or not. */
    public static Optional<Article> formerly(String slug) {
        return Article.find("select a from Article a join a.text.aliases old where old = ?1", slug)
                .firstResultOptional();
    }

    /** The article, locked until the transaction ends. */
    public static Optional<Article> lock(UUID id) {
        return Optional.ofNullable(Article.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The id alone: the article is not read before it is locked. */
    private static Optional<UUID> id(Ref ref) {
        return ref.either(
                Optional::of,
                slug -> Article.find("select id from Article where text.slug = ?1", slug)
                        .project(UUID.class)
                        .firstResultOptional());
    }

    /** The ids of the articles that have or had these slugs, hidden ones too; no slugs cost no statement. */
    public static List<UUID> bySlugs(List<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : Sql.of("select a.id from article a where a.slug in ")
                        .plus(Sql.list(slugs))
                        .plus(" union select o.article_id from article_alias o where o.slug in ")
                        .plus(Sql.list(slugs))
                        .rows(Row::uuid);
    }

    private static Problem unknown() {
        return Problem.notFound("article");
    }
}
