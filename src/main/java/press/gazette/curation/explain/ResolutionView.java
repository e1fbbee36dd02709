package press.gazette.curation.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.Detail;
import press.gazette.curation.desk.ArticleLabel;
import press.gazette.curation.reading.ListItem;
import press.gazette.curation.reading.ListView;
import press.gazette.curation.reading.ListViews;
import press.gazette.curation.resolution.Dropped;
import press.gazette.curation.resolution.Slot;
import press.gazette.curation.resolver.ListResolver;

/** The items of a list at an instant, with the reasons. */
@Schema(description = "The items of a list at an instant, with the reasons.")
public record ResolutionView(
        @Schema(description = "The list's key.", example = "editors-picks")
        String key,

        @Schema(description = "The number of the revision.", example = "3")
        int revision,

        @Schema(description = "The time of the resolution.") Instant at,

        @Schema(description = "true if the list shows fewer items than its minimum.")
        boolean tooShort,

        @Schema(description = "The items as readers would see them.")
        List<ListItem> items,

        @Schema(description = "The dropped candidates in the order of the resolution. Absent: not asked for.") @Nullable
        List<DroppedView> dropped) {

    static List<ResolutionView> of(List<ListResolver.Read> lists, Instant at, boolean explained) {
        List<ListView> views = ListViews.of(lists, Detail.CARD, at);
        Set<UUID> articles = lists.stream()
                .flatMap(list -> list.resolved().dropped().stream())
                .map(Dropped::article)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, ArticleLabel> labels = explained ? ArticleLabel.of(articles, at) : Map.of();
        List<ResolutionView> resolutions = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            ListResolver.Read list = lists.get(i);
            List<ListItem> items = views.get(i).items();
            resolutions.add(new ResolutionView(
                    list.revision().key(),
                    list.revision().number(),
                    at,
                    items.size() < list.revision().content().settings().minItems(),
                    items,
                    explained ? dropped(list, labels) : null));
        }
        return resolutions;
    }

    private static List<DroppedView> dropped(ListResolver.Read list, Map<UUID, ArticleLabel> labels) {
        Map<UUID, Integer> positions = new HashMap<>();
        List<Slot> slots = list.resolved().slots();
        for (int i = 0; i < slots.size(); i++) {
            UUID article = slots.get(i).article();
            if (article != null) {
                positions.put(article, i + 1);
            }
        }
        return list.resolved().dropped().stream()
                .map(dropped ->
                        DroppedView.of(dropped, list.revision().content().settings(), labels, positions))
                .toList();
    }
}
