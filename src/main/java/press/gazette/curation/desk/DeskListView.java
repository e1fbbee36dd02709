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

import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.RevisionSchedule;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.draft.ListSettings;

/** A list at the desk: the working draft and the state of publication. */
@Schema(description = "A list at the desk: the working draft and the state of publication.")
public record DeskListView(
        @JsonUnwrapped ListSettings settings,

        @Schema(description = "The entries in the editor's order.")
        List<EntryView> entries,

        @Schema(description = "The number of the working draft, which is the last save.", example = "4")
        int revision,

        @Schema(description = "The number of the live revision. Absent: the list is not public.", example = "3")
        @Nullable
        Integer liveRevision,

        @Schema(description = "The time of the last publication. Absent: the list is not public.") @Nullable
        Instant liveAt,

        @Schema(description = "The number of the revision with a planned publication. Absent: none is planned.")
        @Nullable
        Integer scheduledRevision,

        @Schema(description = "The time of the planned publication. Absent: none is planned.") @Nullable
        Instant publishAt,

        @Schema(description = "true if the working draft is not the live revision.")
        boolean unpublishedChanges,

        @Schema(description = "The time of the last change of any kind.")
        Instant modifiedAt,

        @Schema(description = "The author of the last change. Absent: an importer.") @Nullable
        String modifiedBy) {

    /** The list after a write. */
    public static DeskListView of(CuratedList list, Edit edit) {
        return of(list, edit.at());
    }

    static DeskListView of(CuratedList list, Instant now) {
        ListContent draft = list.draft();
        ListRevision live = list.live();
        RevisionSchedule schedule = list.schedule();
        return new DeskListView(
                ListReferences.of(List.of(draft)).draft(list.key(), draft.settings()),
                entries(draft, now),
                list.latestRevision(),
                live == null ? null : live.number(),
                list.liveAt(),
                schedule == null ? null : schedule.revision(),
                schedule == null ? null : schedule.publishAt(),
                live == null || live.number() != list.latestRevision(),
                list.modifiedAt(),
                list.modifiedBy());
    }

    /** The entries of a revision, flagged where readers would not be shown them now. */
    public static List<EntryView> entries(ListContent content, Instant now) {
        ListReferences references = ListReferences.of(List.of(content));
        Map<UUID, ArticleLabel> articles = ArticleLabel.of(articles(content.entries()), now);
        return content.entries().stream()
                .map(entry -> EntryView.of(entry, references, articles, now))
                .toList();
    }

    private static Collection<UUID> articles(List<ListEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.placed().target().articleId().stream())
                .collect(Collectors.toSet());
    }
}
