package press.gazette.curation.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.ListSettings;

/** A list as the desk sees it: the working draft, and what of it is live. */
@Schema(description = "A list as the desk sees it: the working draft, and what of it is live.")
public record DeskListView(
        @JsonUnwrapped ListSettings settings,

        @Schema(description = "In the editor's order.") List<EntryView> entries,

        @Schema(description = "The number of the working draft, which is the last save.", example = "4")
        int revision,

        @Schema(
                description = "The number of the revision that readers see. Absent: the list is not public.",
                example = "3")
        @Nullable
        Integer liveRevision,

        @Schema(description = "Since when they see it. Absent: the list is not public.") @Nullable
        Instant liveAt,

        @Schema(description = "The number of the revision that goes live by itself. Absent: none does.") @Nullable
        Integer scheduledRevision,

        @Schema(description = "When it does. Absent: none does.") @Nullable
        Instant publishAt,

        @Schema(description = "Whether the working draft is not what readers see.")
        boolean unpublishedChanges,

        @Schema(description = "The last change of any kind.")
        Instant modifiedAt,

        @Schema(description = "Whose it was. Absent: an importer's.") @Nullable
        String modifiedBy) {

    static DeskListView of(CuratedList list, Instant now) {
        ListContent draft = list.draft();
        ListRevision live = list.live();
        return new DeskListView(
                Names.of(List.of(draft)).settings(list.key(), draft.settings()),
                entries(draft, now),
                list.latestRevision(),
                live == null ? null : live.number(),
                list.liveAt(),
                list.scheduledRevision(),
                list.publishAt(),
                live == null || live.number() != list.latestRevision(),
                list.modifiedAt(),
                list.modifiedBy());
    }

    /** The entries of a revision with what has become of them. */
    public static List<EntryView> entries(ListContent content, Instant now) {
        Names names = Names.of(List.of(content));
        Map<UUID, ArticleLabel> articles = ArticleLabel.of(articles(content.entries()), now);
        return content.entries().stream()
                .map(entry -> EntryView.of(entry, names, articles, now))
                .toList();
    }

    private static Collection<UUID> articles(List<ListEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.placed().target().articleId().stream())
                .collect(Collectors.toSet());
    }
}
