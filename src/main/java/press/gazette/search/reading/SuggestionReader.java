package press.gazette.search.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.article.reading.CardRow;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.ItemRow;
import press.gazette.change.LedgerMark;
import press.gazette.database.SearchKey;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Fields;
import press.gazette.search.query.Hit;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.SearchIndex;
import press.gazette.search.reading.Suggestions.SuggestedArticle;
import press.gazette.search.reading.Suggestions.SuggestedTag;
import press.gazette.tag.VisibleTag;
import press.gazette.tag.Vocabulary;

/** Reads suggestions: tags from memory, headlines from the index, their rows from the database. */
@Singleton
final class SuggestionReader {

    /** Headlines need no tags. */
    private static final Detail HEADLINE = Detail.ofCards(new Fields(List.of("slug", "title")));

    private final SearchIndex index;

    /** The names of the latest vocabulary that a request has met. */
    private volatile TagNames names = TagNames.NONE;

    SuggestionReader(SearchIndex index) {
        this.index = index;
    }

    /** Reads them with one statement, and up to three for tags if the vocabulary is too large for memory. */
    Dated<Suggestions> read(SuggestionQuery query, Instant now) {
        Proposal proposal = index.propose(query.headlines(now));
        Map<UUID, ItemRow> visible =
                ItemRow.visible(proposal.hits().stream().map(Hit::id).toList(), HEADLINE, now);
        List<CardRow> rows = proposal.hits().stream()
                .flatMap(hit -> Stream.ofNullable(visible.get(hit.id())))
                .map(ItemRow::card)
                .filter(row -> row.type().isListed())
                .limit(Suggestions.MOST)
                .toList();
        long known =
                rows.isEmpty() ? LedgerMark.now().tags() : rows.get(0).mark().tags();
        return new Dated<>(
                new Suggestions(
                        tags(query, known, now),
                        rows.stream()
                                .map(row -> new SuggestedArticle(row.id(), row.slug(), row.title()))
                                .toList()),
                proposal.position(),
                SearchReader.GROUPS);
    }

    private List<SuggestedTag> tags(SuggestionQuery query, long known, Instant now) {
        Collection<VisibleTag> all = Vocabulary.get().all(known);
        if (all == null) {
            return VisibleTag.named(SearchKey.of(String.join(" ", query.words())), Suggestions.MOST, now).stream()
                    .map(tag -> new SuggestedTag(tag.label(), null))
                    .toList();
        }
        long version = Vocabulary.get().version();
        TagNames current = names;
        if (current.version() != version) {
            current = current.of(all, version);
            names = current;
        }
        return current.with(query.words(), Suggestions.MOST);
    }
}
