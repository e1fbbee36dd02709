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

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Ref;
import press.gazette.article.Status;
import press.gazette.article.Visibility;
import press.gazette.database.Sql;

/** The label of an article in lists at the desk. */
@Schema(description = "The label of an article in lists at the desk.")
public record ArticleLabel(
        @Schema(description = "The id of the article; never changes.")
        UUID id,

        @Schema(description = "The current slug of the article.", example = "gas-contract-averil")
        String slug,

        @Schema(description = "The headline.") String title,

        @Schema(description = "The state of the article. Expect further words.", example = "published")
        Status status,

        @Schema(description = "true if readers can see the article.")
        boolean visible) {

    /** The labels by id; articles that do not exist are missing. At most one statement. */
    public static Map<UUID, ArticleLabel> of(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? Map.of()
                : found(ids, List.of(), now).collect(Collectors.toMap(ArticleLabel::id, Function.identity()));
    }

    /** The labels by id and by slug, for the names that editors wrote. */
    public static Map<String, ArticleLabel> named(Collection<String> texts, Instant now) {
        Set<Ref> refs = texts.stream().flatMap(text -> Ref.of(text).stream()).collect(Collectors.toSet());
        Map<String, ArticleLabel> named = new HashMap<>();
        found(Ref.ids(refs), Ref.slugs(refs), now).forEach(label -> {
            named.put(label.slug(), label);
            named.put(label.id().toString(), label);
        });
        return named;
    }

    private static Stream<ArticleLabel> found(Collection<UUID> ids, Collection<String> slugs, Instant now) {
        return Sql.of("select a.id, a.slug, a.title, a.status, ")
                .plus(Visibility.at(now))
                .plus(" from article a where a.id in ")
                .plus(Sql.list(ids))
                .plus(" or a.slug in ")
                .plus(Sql.list(slugs))
                .rows(row ->
                        new ArticleLabel(row.uuid(), row.text(), row.text(), row.constant(Status.class), row.flag()))
                .stream();
    }
}
