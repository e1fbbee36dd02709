package press.gazette.curation.reading;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.curation.content.Group;
import press.gazette.curation.content.ListKind;
import press.gazette.curation.resolver.LiveRevisions;
import press.gazette.delivery.Dated;
import press.gazette.problem.Problem;

/** A curated list with its present items, for readers. */
@Schema(description = "A curated list with its present items.")
public record ListView(
        @Schema(description = "The key of the list in /v1/lists/{key}; never changes.", example = "editors-picks")
        String key,

        @Schema(description = "The heading of the list.", example = "Editor's Picks")
        String title,

        @Schema(
                description =
                        "The kind. manual: placed by editors; query: found by a query; hybrid: both. Expect further kinds.",
                example = "hybrid")
        ListKind kind,

        @Schema(description = "The number of the live revision.", example = "1")
        int revision,

        @Schema(
                description =
                        "The latest of: the publication of this revision, the last edit of any article in the list, the "
                                + "start of any entry's window. The same on every node until one of these changes.")
        Instant resolvedAt,

        @Schema(description = "The groups of the list in the order to show, empty ones included. Absent: none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Group> groups,

        @Schema(description = "The items in the order to show.")
        List<ListItem> items) {

    /**
     * The public list at this instant.
     *
     * @throws Problem {@code not-found}, also for a list that has no live revision
     */
    static Dated<ListView> read(String key, ListDetail detail, Instant now) {
        LiveRevisions revisions = LiveRevisions.ofList(key);
        LedgerPosition position = revisions.position();
        if (position == null) {
            throw Problem.notFound("list");
        }
        ListView list = detail.lists(revisions, now).stream().findFirst().orElseThrow(() -> Problem.notFound("list"));
        return new Dated<>(list, position, List.of(Subject.list(key), Subject.LISTS, Subject.ARTICLES, Subject.LABELS));
    }
}
