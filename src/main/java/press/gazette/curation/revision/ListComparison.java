package press.gazette.curation.revision;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.ListRevision;
import press.gazette.curation.desk.Names;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.ListSettings;

/** What differs between two revisions of a list, setting by setting and entry by entry. */
@Schema(description = "What differs between two revisions of a list.")
public record ListComparison(
        @Schema(description = "The number of the revision compared with.", example = "2")
        int from,

        @Schema(description = "The number of the revision compared.", example = "3")
        int to,

        @Schema(description = "The settings that differ, in the order in which lists have them.")
        List<SettingChange> settings,

        @Schema(description = "The entries that differ: those that went in their former order, then the others.")
        List<EntryChange> entries) {

    /** One setting that is not what it was. */
    @Schema(description = "One setting that is not what it was.")
    public record SettingChange(
            @Schema(description = "Its name.", example = "maxItems")
            String name,

            @Schema(description = "What it was. Absent: it was not there.") @Nullable
            Object from,

            @Schema(description = "What it is. Absent: it is there no more.") @Nullable
            Object to) {}

    /** One entry that is not what or where it was. */
    @Schema(description = "One entry that is not what or where it was.")
    public record EntryChange(
            @Schema(description = "The entry's id.") UUID id,

            @Schema(description = "removed, added, changed or moved. Expect further words.", example = "moved")
            String change,

            @Schema(description = "What it was. Absent: it was not there.") @Nullable
            EntryDraft from,

            @Schema(description = "What it is. Absent: it is there no more.") @Nullable
            EntryDraft to,

            @Schema(description = "Its place in the order, from 1. Absent: it is there no more.", example = "2")
            @Nullable
            Integer place) {}

    static ListComparison between(ListRevision from, ListRevision to) {
        Names names = Names.of(List.of(from.content(), to.content()));
        return new ListComparison(
                from.number(),
                to.number(),
                settings(
                        names.settings(null, from.content().settings()),
                        names.settings(null, to.content().settings())),
                entries(from.content(), to.content(), names));
    }

    private static List<SettingChange> settings(ListSettings from, ListSettings to) {
        List<SettingChange> changes = new ArrayList<>();
        for (RecordComponent component : ListSettings.class.getRecordComponents()) {
            Object before = value(component, from);
            Object after = value(component, to);
            if (!Objects.equals(before, after)) {
                changes.add(new SettingChange(component.getName(), before, after));
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable Object value(RecordComponent component, ListSettings settings) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Settings have public components", e);
        }
    }

    private static List<EntryChange> entries(ListContent from, ListContent to, Names names) {
        List<EntryChange> changes = new ArrayList<>();
        for (ListEntry entry : from.entries()) {
            if (to.find(entry.id()).isEmpty()) {
                changes.add(new EntryChange(entry.id(), "removed", names.entry(entry), null, null));
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
                        entry.id(), change, former == null ? null : names.entry(former), names.entry(entry), i + 1));
            }
        }
        return List.copyOf(changes);
    }

    /** The order of those that both have: what others have come and gone moves nothing. */
    private static List<UUID> common(ListContent one, ListContent other) {
        Set<UUID> ids = other.entries().stream().map(ListEntry::id).collect(Collectors.toSet());
        return one.entries().stream().map(ListEntry::id).filter(ids::contains).toList();
    }
}
