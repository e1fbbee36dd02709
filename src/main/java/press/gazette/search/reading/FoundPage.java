package press.gazette.search.reading;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.ItemRow;
import press.gazette.paging.Cursor;
import press.gazette.search.query.Hit;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.SearchIndex;

/**
 * The rows of a page: the visible ones of the proposed articles. The database has the last word, so a late index shows nothing
 * hidden, and the page is full all the same.
 *
 * @param proposal the first one of the page, with the counts
 * @param rows in the order of the hits, at most as many as the limit
 * @param next to the page behind; null: this is the last page
 */
record FoundPage(
        Proposal proposal, List<ItemRow> rows, @Nullable Cursor next) {

    /** Proposals to read at most. More hidden articles than their spare hits are a purge, and the page may be short. */
    private static final int MOST_PROPOSALS = 5;

    /** A proposed article that readers see. */
    private record Seen(Hit hit, ItemRow row) {}

    /** Reads the page: one statement, and one more for each {@link SearchQuery#SPARE_HITS} hidden articles among the hits. */
    static FoundPage read(SearchQuery query, IndexQuery first, SearchIndex index, Instant now) {
        Map<UUID, Seen> seen = new LinkedHashMap<>();
        Proposal beginning = index.propose(first);
        Proposal proposal = beginning;
        add(seen, proposal.hits(), query, now);
        for (int count = 1; wantsMore(seen, proposal, query, first) && count < MOST_PROPOSALS; count++) {
            proposal = index.propose(first.behind(last(proposal.hits())));
            add(seen, proposal.hits(), query, now);
        }
        List<Seen> shown = seen.values().stream().limit(query.limit().value()).toList();
        Hit end = seen.size() > shown.size()
                ? shown.get(shown.size() - 1).hit()
                : wantsMore(seen, proposal, query, first) ? last(proposal.hits()) : null;
        return new FoundPage(
                beginning, shown.stream().map(Seen::row).toList(), end == null ? null : HitCursor.behind(end));
    }

    /** Adds the articles that readers see, each once: the index may have moved on between two proposals. */
    private static void add(Map<UUID, Seen> seen, List<Hit> hits, SearchQuery query, Instant now) {
        Map<UUID, ItemRow> rows = ItemRow.visible(hits.stream().map(Hit::id).toList(), query.read(), now);
        hits.stream()
                .flatMap(hit -> Stream.ofNullable(rows.get(hit.id())).map(row -> new Seen(hit, row)))
                .filter(each -> query.finds(each.row().card().type()))
                .forEach(each -> seen.putIfAbsent(each.hit().id(), each));
    }

    /** True if the page is not full, and the index has more. */
    private static boolean wantsMore(Map<UUID, Seen> seen, Proposal last, SearchQuery query, IndexQuery asked) {
        return seen.size() < query.limit().plusOne() && last.hits().size() >= asked.limit();
    }

    private static Hit last(List<Hit> hits) {
        return hits.get(hits.size() - 1);
    }
}
