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

import press.gazette.curation.desk.ArticleLabel;
import press.gazette.curation.reading.ListItem;
import press.gazette.curation.reading.ListReading;
import press.gazette.curation.reading.ListView;
import press.gazette.curation.reading.Rendering;
import press.gazette.curation.resolution.Dropped;
import press.gazette.curation.resolution.Slot;

/** What a list shows at an instant, and why. */
@Schema(description = "What a list shows at an instant, and why.")
public record ResolutionView(
        @Schema(description = "The list's key.", example = "editors-picks")
        String key,

        @Schema(description = "The number of the revision.", example = "3")
        int revision,

        @Schema(description = "The instant.") Instant at,

        @Schema(description = "Whether it shows fewer items than it has at least.")
        boolean tooShort,

        @Schema(description = "As readers would see them.") List<ListItem> items,

        @Schema(
                description =
                        "What does not stand there, in the order in which it was looked at. Absent: not asked for.")
        @Nullable
        List<DroppedView> dropped) {

    static List<ResolutionView> of(List<ListReading.Read> lists, Instant at, boolean explained) {
        List<ListView> views = Rendering.of(lists, at);
        Set<UUID> articles = lists.stream()
                .flatMap(list -> list.resolved().dropped().stream())
                .map(Dropped::article)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, ArticleLabel> labels = explained ? ArticleLabel.of(articles, at) : Map.of();
        List<ResolutionView> resolutions = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            ListReading.Read list = lists.get(i);
            List<ListItem> items = views.get(i).items();
            resolutions.add(new ResolutionView(
                    list.edition().key(),
                    list.edition().number(),
                    at,
                    items.size() < list.edition().content().settings().least(),
                    items,
                    explained ? dropped(list, labels) : null));
        }
        return resolutions;
    }

    private static List<DroppedView> dropped(ListReading.Read list, Map<UUID, ArticleLabel> labels) {
        Map<UUID, Integer> positions = new HashMap<>();
        List<Slot> slots = list.resolved().slots();
        for (int i = 0; i < slots.size(); i++) {
            UUID article = slots.get(i).article();
            if (article != null) {
                positions.put(article, i + 1);
            }
        }
        return list.resolved().dropped().stream()
                .map(dropped -> DroppedView.of(dropped, list.edition().content().settings(), labels, positions))
                .toList();
    }
}
