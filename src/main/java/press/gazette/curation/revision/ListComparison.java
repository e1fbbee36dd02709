package press.gazette.curation.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.ListRevision;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.desk.ListReferences;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.ListSettings;
import press.gazette.json.RecordDiff;

/** The differences between two revisions of a list, setting by setting and entry by entry. */
@Schema(description = "The differences between two revisions of a list.")
public record ListComparison(
        @Schema(description = "The number of the former revision.", example = "2")
        int from,

        @Schema(description = "The number of the later revision.", example = "3")
        int to,

        @Schema(description = "The settings that differ, in the order of a list's members.")
        List<SettingChange> settings,

        @Schema(description = "The entries that differ: the removed ones in their former order, then the others.")
        List<EntryChange> entries) {

    /** One setting that differs. */
    @Schema(description = "One setting that differs.")
    public record SettingChange(
            @Schema(description = "The name of the setting.", example = "maxItems")
            String name,

            @Schema(description = "The former value. Absent: none.") @Nullable
            Object from,

            @Schema(description = "The later value. Absent: none.") @Nullable
            Object to) {}

    /** One entry that differs. */
    @Schema(description = "One entry that differs.")
    public record EntryChange(
            @Schema(description = "The entry's id.") UUID id,

            @Schema(
                    description = "The change: removed, added, changed or moved. Expect further words.",
                    example = "moved")
            String change,

            @Schema(description = "The former entry. Absent: it was added.") @Nullable
            EntryDraft from,

            @Schema(description = "The later entry. Absent: it was removed.") @Nullable
            EntryDraft to,

            @Schema(description = "The place in the order, from 1. Absent: the entry was removed.", example = "2")
            @Nullable
            Integer place) {}

    static ListComparison between(ListRevision from, ListRevision to) {
        ListReferences references = ListReferences.of(List.of(from.content(), to.content()));
        return new ListComparison(
                from.number(),
                to.number(),
                settings(
                        references.draft(null, from.content().settings()),
                        references.draft(null, to.content().settings())),
                entries(from.content(), to.content(), references));
    }

    private static List<SettingChange> settings(ListSettings from, ListSettings to) {
        return RecordDiff.of(from, to, Set.of()).stream()
                .map(setting -> new SettingChange(setting.name(), setting.from(), setting.to()))
                .toList();
    }

    private static List<EntryChange> entries(ListContent from, ListContent to, ListReferences references) {
        List<EntryChange> changes = new ArrayList<>();
        for (ListEntry entry : from.entries()) {
            if (to.find(entry.id()).isEmpty()) {
                changes.add(new EntryChange(entry.id(), "removed", references.draft(entry), null, null));
            }
        }
        List<UUID> before = common(from, to);
        List<UUID> after = common(to, from);
        for (int i = 0; i < to.entries().size(); i++) {
            ListEntry entry = to.entries().get(i);
            ListEntry former = from.find(entry.id()).orElse(null);
            String change = former == null
                    ? "added"
                    : !former.equals(entry)
                            ? "changed"
                            : before.indexOf(entry.id()) == after.indexOf(entry.id()) ? "" : "moved";
            if (!change.isEmpty()) {
                changes.add(new EntryChange(
                        entry.id(),
                        change,
                        former == null ? null : references.draft(former),
                        references.draft(entry),
                        i + 1));
            }
        }
        return List.copyOf(changes);
    }

    /** The entries that both have, in the order of one: added and removed entries move nothing. */
    private static List<UUID> common(ListContent one, ListContent other) {
        Set<UUID> ids = other.entries().stream().map(ListEntry::id).collect(Collectors.toSet());
        return one.entries().stream().map(ListEntry::id).filter(ids::contains).toList();
    }
}
