package press.gazette.curation.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.article.Visibility;

/** An article as lists at the desk name it. */
@Schema(description = "An article as lists at the desk name it.")
public record ArticleLabel(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its address.", example = "gas-contract-averil")
        String slug,

        @Schema(description = "The headline.") String title,

        @Schema(description = "Expect further ones.", example = "published")
        Status status,

        @Schema(description = "Whether readers may see it.") boolean visible) {

    private static final String SELECT = "select a.id, a.slug, a.title, a.life.status, case when " + Visibility.PUBLIC
            + " then true else false end from Article a where ";

    private static final UUID NO_ID = new UUID(0, 0);

    /** Those of these articles that there are: at most one statement. */
    public static Map<UUID, ArticleLabel> of(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Map.of()
                : found(ids, List.of("-"), now).collect(Collectors.toMap(ArticleLabel::id, Function.identity()));
    }

    /** The same by what editors call them. */
    static Map<String, ArticleLabel> named(Collection<String> texts, Instant now) {
        Set<Ref> refs = texts.stream().flatMap(text -> Ref.of(text).stream()).collect(Collectors.toSet());
        List<UUID> ids = Stream.concat(Stream.of(NO_ID), refs.stream().flatMap(ref -> Stream.ofNullable(ref.id())))
                .toList();
        List<String> slugs = Stream.concat(Stream.of("-"), refs.stream().flatMap(ref -> Stream.ofNullable(ref.slug())))
                .toList();
        Map<String, ArticleLabel> named = new HashMap<>();
        found(ids, slugs, now).forEach(label -> {
            named.put(label.slug(), label);
            named.put(label.id().toString(), label);
        });
        return named;
    }

    private static Stream<ArticleLabel> found(Collection<UUID> ids, Collection<String> slugs, Instant now) {
        return Panache.getSession(Article.class)
                .createSelectionQuery(SELECT + "(a.id in :ids or a.slug in :slugs)", ArticleLabel.class)
                .setParameter("ids", ids)
                .setParameter("slugs", slugs)
                .setParameter("now", now)
                .getResultList()
                .stream();
    }
}
