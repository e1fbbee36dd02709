package press.gazette.importer.writer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import press.gazette.address.Slug;
import press.gazette.article.ArticleRef;

/** The slugs that are taken. A dry run stores nothing, so it remembers those that it has given out. */
public final class GivenSlugs {

    private final boolean remembers;
    private final Map<String, String> given = new HashMap<>();

    public GivenSlugs(boolean remembers) {
        this.remembers = remembers;
    }

    /** @param article its id in the former system: it has its own slug back when its batch is repeated */
    boolean isFree(Slug slug, String article) {
        String other = given.get(slug.value());
        return (other == null || other.equals(article))
                && ArticleRef.bySlugs(List.of(slug.value())).isEmpty();
    }

    void give(Slug slug, String article) {
        if (remembers) {
            given.put(slug.value(), article);
        }
    }
}
