package press.gazette.search.query;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleType;

/**
 * The filter of a listing of articles, with ids in place of names. An absent component does not narrow it.
 *
 * @param tags absent: any tags or none
 * @param section the article carries at least one of these tags; empty: any sections or none
 * @param contributor as section
 * @param type absent: all but pages of the site ({@link ArticleType#isListed})
 * @param language BCP 47, compared exactly
 * @param from published at that time or later
 * @param to published before that time
 * @param updatedSince {@code renewed_at} at that time or later
 */
public record HitFilter(
        @Nullable TagCondition tags,
        Set<UUID> section,
        Set<UUID> contributor,
        @Nullable ArticleType type,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant updatedSince) {

    /** All articles of listings. */
    public static final HitFilter ALL = new HitFilter(null, Set.of(), Set.of(), null, null, null, null, null);

    public HitFilter {
        section = Set.copyOf(section);
        contributor = Set.copyOf(contributor);
    }

    /** True if the filter narrows by this property. */
    public boolean narrows(Facet facet) {
        return switch (facet) {
            case TAGS -> tags != null;
            case SECTION -> !section.isEmpty();
            case CONTRIBUTOR -> !contributor.isEmpty();
            case TYPE -> type != null;
            case LANGUAGE -> language != null;
            case YEAR -> from != null || to != null;
        };
    }

    /** The filter without its conditions on one property. */
    public HitFilter without(Facet facet) {
        return new HitFilter(
                facet == Facet.TAGS ? null : tags,
                facet == Facet.SECTION ? Set.of() : section,
                facet == Facet.CONTRIBUTOR ? Set.of() : contributor,
                facet == Facet.TYPE ? null : type,
                facet == Facet.LANGUAGE ? null : language,
                facet == Facet.YEAR ? null : from,
                facet == Facet.YEAR ? null : to,
                updatedSince);
    }
}
