package press.gazette.article.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import press.gazette.article.PublicArticles;
import press.gazette.body.Body;
import press.gazette.change.Dependencies;
import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.time.Expiries;

/**
 * The articles that the bodies of a response link to by id: the addresses of the visible ones. One statement reads them
 * for all bodies, none if no body has such a link. The response then depends on them.
 */
public record LinkedArticles(Map<UUID, String> addresses) {

    /** Cache groups of one response. With more, a header would outgrow the limits of proxies. */
    private static final int MOST_NAMED = 20;

    /** No links to fill, or no format that shows them. */
    public static final LinkedArticles NONE = new LinkedArticles(Map.of());

    /** A visible article with its address. */
    private record Linked(UUID id, String address) {

        static Linked of(Row row) {
            UUID id = row.uuid();
            String address = ArticlePages.get().link(id, row.text(), row.instant());
            Expiries.add(row.instantOrNull());
            return new Linked(id, address);
        }
    }

    /** The articles that these bodies link to. */
    public static LinkedArticles of(Stream<Body> bodies, Instant now) {
        // Sorted, since bodies come in any order, and the order of cache groups would show that of rows.
        Set<UUID> ids = new TreeSet<>();
        bodies.forEach(body -> ids.addAll(body.articles()));
        return ids.isEmpty() ? NONE : read(ids, now);
    }

    private static LinkedArticles read(Set<UUID> ids, Instant now) {
        Map<UUID, String> addresses = new LinkedHashMap<>();
        PublicArticles.selectAny("a.id, a.slug, a.first_published_at, a.expires_at", now)
                .plus(" and a.id = any(?)", (Object) ids.toArray(UUID[]::new))
                .rows(Linked::of)
                .forEach(linked -> addresses.put(linked.id(), linked.address()));
        // An article that is hidden, or gone, must not be named. Whatever it is, its appearance touches all articles.
        if (addresses.size() < ids.size() || ids.size() > MOST_NAMED) {
            Dependencies.add(Subject.ARTICLES);
        } else {
            ids.forEach(id -> Dependencies.add(Subject.article(id)));
        }
        return new LinkedArticles(addresses);
    }

    /** The body with the current addresses of the articles that it links to; without links to the others. */
    public Body fill(Body body) {
        return body.addressed(addresses);
    }
}
