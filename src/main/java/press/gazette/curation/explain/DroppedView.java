package press.gazette.curation.explain;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.Settings;
import press.gazette.curation.desk.ArticleLabel;
import press.gazette.curation.resolution.Dropped;
import press.gazette.curation.resolution.Reason;

/** A candidate for a list that is not shown. */
@Schema(description = "A candidate for a list that is not shown.")
public record DroppedView(
        @Schema(description = "The id of the entry. Absent: the fill offered the candidate.") @Nullable
        UUID entry,

        @Schema(
                description = "The number of the source of the fill, from 1. Absent: an editor placed the candidate.",
                example = "1")
        @Nullable
        Integer source,

        @Schema(description = "The article. Absent: the candidate is not an article, or the article is gone.") @Nullable
        ArticleLabel article,

        @Schema(
                description =
                        "The reason: hidden, not-started, ended, excluded, duplicate, on-page, too-old, over-group, over-maximum or "
                                + "nothing-left. Expect further reasons.",
                example = "duplicate")
        Reason reason,

        @Schema(description = "The reason in a sentence.", example = "It stands at position 2 already.")
        String detail) {

    /** @param positions of the articles in the list, from 1 */
    static DroppedView of(
            Dropped dropped, Settings settings, Map<UUID, ArticleLabel> articles, Map<UUID, Integer> positions) {
        return new DroppedView(
                dropped instanceof Dropped.Placed placed ? placed.entry().id() : null,
                dropped instanceof Dropped.Offered offered ? offered.source() + 1 : null,
                dropped.article() == null ? null : articles.get(dropped.article()),
                dropped.reason(),
                detail(dropped, settings, positions));
    }

    private static String detail(Dropped dropped, Settings settings, Map<UUID, Integer> positions) {
        return switch (dropped.reason()) {
            case HIDDEN -> "The article is not public, or of the type page.";
            case NOT_STARTED -> "Its window has not opened" + window(dropped, true);
            case ENDED -> "Its window has closed" + window(dropped, false);
            case EXCLUDED -> "It is among the exclusions of the list.";
            case DUPLICATE -> "It stands at position " + positions.get(dropped.article()) + " already.";
            case ON_PAGE -> "It stands in the list \"" + list(dropped) + "\" above, on the same page.";
            case TOO_OLD -> "It was published longer ago than the source allows: " + age(dropped, settings) + ".";
            case OVER_GROUP -> "Its group is full.";
            case OVER_MAXIMUM -> "The list is full: it holds " + settings.maxItems() + " items.";
            case NOTHING_LEFT -> "The tag has no article that is neither excluded nor placed.";
        };
    }

    private static String window(Dropped dropped, boolean opening) {
        if (!(dropped instanceof Dropped.Placed placed)) {
            return ".";
        }
        return opening
                ? "; it does at " + placed.entry().placed().startsAt() + "."
                : ", at " + placed.entry().placed().endsAt() + ".";
    }

    private static @Nullable String list(Dropped dropped) {
        return dropped instanceof Dropped.Offered offered ? offered.list() : null;
    }

    private static String age(Dropped dropped, Settings settings) {
        return (dropped instanceof Dropped.Offered offered ? Stream.of(offered.source()) : Stream.<Integer>empty())
                .map(source -> settings.fill().get(source))
                .flatMap(source -> source.asQuery().stream())
                .flatMap(query -> Stream.ofNullable(query.maxAge()))
                .findFirst()
                .orElse("");
    }
}
