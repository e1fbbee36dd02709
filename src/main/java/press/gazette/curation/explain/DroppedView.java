package press.gazette.curation.explain;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.desk.ArticleLabel;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.ListSettings;
import press.gazette.curation.resolution.Dropped;
import press.gazette.curation.resolution.Reason;

/** Something that might have stood in a list and does not. */
@Schema(description = "Something that might have stood in a list and does not.")
public record DroppedView(
        @Schema(description = "The id of the entry. Absent: it is a candidate of the fill.") @Nullable
        UUID entry,

        @Schema(
                description = "The number of the source of the fill, from 1. Absent: it was placed by hand.",
                example = "1")
        @Nullable
        Integer source,

        @Schema(description = "The article. Absent: it is something else, or there is no such article any more.")
        @Nullable
        ArticleLabel article,

        @Schema(
                description =
                        "hidden, not-started, ended, excluded, duplicate, on-page, too-old, over-group, over-maximum or "
                                + "nothing-left. Expect further reasons.",
                example = "duplicate")
        Reason reason,

        @Schema(description = "The same in a sentence.", example = "It stands at position 2 already.")
        String detail) {

    /** @param positions where articles stand in the list */
    static DroppedView of(
            Dropped dropped, ListSettings settings, Map<UUID, ArticleLabel> articles, Map<UUID, Integer> positions) {
        ListEntry entry = dropped.entry();
        Integer source = dropped.source();
        return new DroppedView(
                entry == null ? null : entry.id(),
                source == null ? null : source + 1,
                dropped.article() == null ? null : articles.get(dropped.article()),
                dropped.reason(),
                detail(dropped, settings, positions));
    }

    private static String detail(Dropped dropped, ListSettings settings, Map<UUID, Integer> positions) {
        return switch (dropped.reason()) {
            case HIDDEN -> "Readers may not see the article.";
            case NOT_STARTED -> "Its window has not opened" + window(dropped, true);
            case ENDED -> "Its window has closed" + window(dropped, false);
            case EXCLUDED -> "It is among the exclusions of the list.";
            case DUPLICATE -> "It stands at position " + positions.get(dropped.article()) + " already.";
            case ON_PAGE -> "It stands in the list \"" + dropped.list() + "\" above, on the same page.";
            case TOO_OLD -> "It was published longer ago than the source allows: " + age(dropped, settings) + ".";
            case OVER_GROUP -> "Its group is full.";
            case OVER_MAXIMUM -> "The list is full: it holds " + settings.most() + " items.";
            case NOTHING_LEFT -> "The tag has no article that is neither excluded nor placed.";
        };
    }

    private static String window(Dropped dropped, boolean opening) {
        ListEntry entry = dropped.entry();
        if (entry == null) {
            return ".";
        }
        return opening
                ? "; it does at " + entry.placed().startsAt() + "."
                : ", at " + entry.placed().endsAt() + ".";
    }

    private static String age(Dropped dropped, ListSettings settings) {
        return Stream.ofNullable(dropped.source())
                .map(source -> settings.fill().get(source))
                .flatMap(source -> Stream.ofNullable(source.query()))
                .flatMap(query -> Stream.ofNullable(query.maxAge()))
                .findFirst()
                .orElse("");
    }
}
