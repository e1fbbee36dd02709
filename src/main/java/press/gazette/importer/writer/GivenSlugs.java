package press.gazette.importer.writer;

import java.util.HashMap;
import java.util.Map;

import press.gazette.address.Slug;

/** The slugs that a dry run has given out: it stores nothing, so no query finds them. */
public final class GivenSlugs {

    private final boolean remembers;
    private final Map<String, String> given = new HashMap<>();

    public GivenSlugs(boolean remembers) {
        this.remembers = remembers;
    }

    /** @param article its id in the former system: it has its own slug back when its batch is repeated */
    boolean isGivenToAnother(Slug slug, String article) {
        String other = given.get(slug.value());
        return other != null && !other.equals(article);
    }

    void give(Slug slug, String article) {
        if (remembers) {
            given.put(slug.value(), article);
        }
    }
}
