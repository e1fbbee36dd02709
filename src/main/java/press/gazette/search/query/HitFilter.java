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
}
