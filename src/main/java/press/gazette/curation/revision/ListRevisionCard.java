package press.gazette.curation.revision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.ListRevision;
import press.gazette.curation.LiveSpan;

/** A revision of a list with its author and its last publication, without its content. */
@Schema(description = "A revision of a list.")
public record ListRevisionCard(
        @Schema(description = "The number of the revision, from 1 in each list.", example = "3")
        int number,

        @Schema(description = "The time of the save.") Instant at,

        @Schema(description = "The author of the save.", example = "bootstrap")
        String author,

        @Schema(description = "The author's note on the save. Absent: none.") @Nullable
        String note,

        @Schema(description = "The number of entries.", example = "4")
        int entries,

        @Schema(description = "The time of its last publication. Absent: never published.") @Nullable
        Instant publishedAt,

        @Schema(
                description =
                        "The author of its last publication. Absent: never published, or published by an importer.")
        @Nullable
        String publishedBy) {

    /** The cards of these revisions of one list: one statement. */
    static List<ListRevisionCard> of(UUID list, List<ListRevision> revisions) {
        Map<Integer, LiveSpan> spans = LiveSpan.of(
                        list, revisions.stream().map(ListRevision::number).toList())
                .stream()
                .collect(Collectors.toMap(LiveSpan::revision, span -> span, (earlier, later) -> later));
        return revisions.stream()
                .map(revision -> of(revision, spans.get(revision.number())))
                .toList();
    }

    private static ListRevisionCard of(ListRevision revision, @Nullable LiveSpan span) {
        return new ListRevisionCard(
                revision.number(),
                revision.savedAt(),
                revision.author(),
                revision.note(),
                revision.content().entries().size(),
                span == null ? null : span.since(),
                span == null ? null : span.author());
    }
}
