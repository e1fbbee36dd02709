package press.gazette.article;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * Where an article comes from, when it is not this newsroom's own.
 *
 * @param canonicalUrl where the original is; absent: here
 * @param source whom it comes from; absent: this newsroom
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
