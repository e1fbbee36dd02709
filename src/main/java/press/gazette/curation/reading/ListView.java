package press.gazette.curation.reading;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.change.Position;
import press.gazette.change.Subject;
import press.gazette.curation.draft.Group;
import press.gazette.curation.draft.ListKind;
import press.gazette.delivery.AsOf;
import press.gazette.problem.Problem;

/** A curated list, resolved for readers. */
@Schema(description = "A curated list with what stands in it now.")
public record ListView(
        @Schema(description = "Its address in /v1/lists/{key}; never changes.", example = "editors-picks")
        String key,

        @Schema(description = "What readers see above it.", example = "Editor's Picks")
        String title,

        @Schema(
                description = "manual: placed by hand; query: found by a query; hybrid: both. Expect further kinds.",
                example = "hybrid")
        ListKind kind,

        @Schema(description = "The number of the editors' revision that is live.", example = "1")
        int revision,

        @Schema(
                description =
                        "The latest of: when this revision went live, when any article in the list was edited, when any "
                                + "place in it began. The same on every node, until something of it changes.")
        Instant resolvedAt,

        @Schema(description = "Its parts in the order to show, also those that are empty now. Absent: none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Group> groups,

        @Schema(description = "In the order to show.") List<ListItem> items) {

    /**
     * The list as readers see it at that instant.
     *
     * @throws Problem {@code not-found}, also for a list that has no live revision
     */
    static AsOf<ListView> read(String key, Instant now) {
        Editions editions = Editions.ofList(key);
        Position position = editions.position();
        if (position == null) {
            throw Problem.notFound("list");
        }
        ListView list = Rendering.of(ListReading.resolve(editions, now, false), now).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("list"));
        return new AsOf<>(list, position, List.of(Subject.list(key), Subject.LISTS, Subject.ARTICLES, Subject.LABELS));
    }
}
