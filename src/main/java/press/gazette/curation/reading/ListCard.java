package press.gazette.curation.reading;

import java.util.Collection;
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

    /** The public ones of the lists with these keys; no keys cost no statement. */
    public static List<ListCard> live(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : CuratedList.<CuratedList>list("live is not null and key in ?1", keys).stream()
                        .map(ListCard::of)
                        .toList();
    }

    static ListCard of(CuratedList list) {
        return new ListCard(
                list.key(), list.face().title(), list.face().kind(), list.face().maxItems());
    }
}
