package press.gazette.curation.reading;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.CuratedList;
import press.gazette.curation.content.ListKind;

/** A curated list in a listing, without its items. */
@Schema(description = "A curated list in a listing, without its items.")
public record ListCard(
        @Schema(description = "The key of the list in /v1/lists/{key}; never changes.", example = "latest-posts")
        String key,

        @Schema(description = "The heading of the list.", example = "Latest Posts")
        String title,

        @Schema(description = "The kind: manual, query or hybrid. Expect further kinds.", example = "query")
        ListKind kind,

        @Schema(description = "The most items.", example = "10")
        int maxItems) {

    /** The public lists in the order of their keys, at most so many. */
    public static List<ListCard> live(int most) {
        return CuratedList.<CuratedList>find("from CuratedList l where l.live is not null order by l.key")
                .range(0, most - 1)
                .list()
                .stream()
                .map(ListCard::of)
                .toList();
    }

    static ListCard of(CuratedList list) {
        return new ListCard(
                list.key(), list.face().title(), list.face().kind(), list.face().maxItems());
    }
}
