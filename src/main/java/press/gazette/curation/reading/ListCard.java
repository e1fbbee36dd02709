package press.gazette.curation.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.CuratedList;
import press.gazette.curation.draft.ListKind;

/** A curated list in the listing of lists. */
@Schema(description = "A curated list in a listing, without what stands in it.")
public record ListCard(
        @Schema(description = "Its address in /v1/lists/{key}; never changes.", example = "latest-posts")
        String key,

        @Schema(description = "What readers see above it.", example = "Latest Posts")
        String title,

        @Schema(description = "manual, query or hybrid. Expect further kinds.", example = "query")
        ListKind kind,

        @Schema(description = "The most that it shows.", example = "10")
        int maxItems) {

    static ListCard of(CuratedList list) {
        return new ListCard(list.key(), list.title(), list.kind(), list.maxItems());
    }
}
