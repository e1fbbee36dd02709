package press.gazette.article.draft;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * The origin of an article from elsewhere.
 *
 * @param canonicalUrl the URL of the original; absent: this article is the original
 * @param source such as an agency; absent: this newsroom
 * @param rights terms of use; absent: this newsroom's own
 */
@Embeddable
public record Provenance(
        @Nullable String canonicalUrl,
        @Nullable String source,
        @Nullable String rights) {

    /** This newsroom's own work. */
    public static final Provenance OWN = new Provenance(null, null, null);
}
