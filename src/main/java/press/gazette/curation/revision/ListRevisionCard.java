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

/** A revision of a list: who saved it, when and why, and when readers were first shown it of late. */
@Schema(description = "A revision of a list.")
public record ListRevisionCard(
        @Schema(description = "From 1 in each list.", example = "3")
        int number,

        @Schema(description = "When it was saved.") Instant at,

        @Schema(description = "Who saved it.", example = "bootstrap")
        String author,

        @Schema(description = "What the save was about. Absent: nobody said.") @Nullable
        String note,

        @Schema(description = "How many entries it has.", example = "4")
        int entries,

        @Schema(description = "When it last went live. Absent: it never did.") @Nullable
        Instant publishedAt,

        @Schema(description = "Who published it then. Absent: it never went live, or an importer did it.") @Nullable
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
