package press.gazette.search.source;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleType;

/**
 * A public article as the index takes it.
 *
 * @param language BCP 47
 * @param byline as printed; absent: the names of its contributors
 * @param body the plain text that everybody may read
 * @param names of its visible tags that are no contributors, in all languages, each once
 * @param contributors names of its visible contributors
 * @param tags ids of its tags that are neither sections nor contributors
 * @param sectionIds ids of its sections
 * @param contributorIds ids of its contributors
 * @param renewedAt the later of its last update and its appearance
 * @param expiresAt hidden from then on; absent: never
 */
public record IndexedArticle(
        UUID id,
        ArticleType type,
        String language,
        String title,
        @Nullable String standfirst,
        @Nullable String byline,
        String body,
        List<String> names,
        List<String> contributors,
        Set<UUID> tags,
        Set<UUID> sectionIds,
        Set<UUID> contributorIds,
        Instant publishedAt,
        Instant renewedAt,
        @Nullable Instant expiresAt) {
    /** The names of its writers: the byline as printed, and its contributors, each once. */
    public Set<String> writers() {
        Set<String> writers = new LinkedHashSet<>();
        if (byline != null) {
            writers.add(byline);
        }
        writers.addAll(contributors);
        return writers;
    }
}
