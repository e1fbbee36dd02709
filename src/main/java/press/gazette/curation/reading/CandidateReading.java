package press.gazette.curation.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.Order;
import press.gazette.article.listing.SelectedArticles;
import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.article.listing.SelectedArticles.Wanted;
import press.gazette.article.listing.TagExpression;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.FillQuery;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.resolution.Candidate;
import press.gazette.curation.resolution.Resolution;

/** What readers may see of all that some editions speak of: one statement, however many editions there are. */
final class CandidateReading {

    private final Instant at;
    private final boolean explaining;
    private final Map<ArticleSelection, Integer> wanted = new LinkedHashMap<>();
    private final Map<ArticleSelection, List<Candidate>> selected = new HashMap<>();
    private final Set<UUID> visible = new HashSet<>();

    private CandidateReading(Instant at, boolean explaining) {
        this.at = at;
        this.explaining = explaining;
    }

    /**
     * Reads them.
     *
     * @param above how many articles may stand above a list on its page
     * @param explaining whether articles that are too old are candidates, so that it can be said that they are
     */
    static CandidateReading of(Collection<Edition> editions, int above, Instant at, boolean explaining) {
        CandidateReading reading = new CandidateReading(at, explaining);
        Set<UUID> placed = new HashSet<>();
        for (Edition edition : editions) {
            reading.want(edition.content(), above);
            edition.content()
                    .entries()
                    .forEach(entry -> entry.placed().target().articleId().ifPresent(placed::add));
        }
        reading.read(placed);
        return reading;
    }

    /** As many as could be passed over, and those that are shown. */
    private void want(ListContent content, int above) {
        int passed = content.entries().size() + content.settings().exclusions().size() + above;
        for (Fill fill : content.settings().fill()) {
            if (fill.list() == null) {
                wanted.merge(selection(fill), passed + content.settings().most(), Math::max);
            }
        }
        content.entries()
                .forEach(entry -> entry.placed()
                        .target()
                        .latestTag()
                        .ifPresent(tag -> wanted.merge(ArticleSelection.ofTag(tag), passed + 1, Math::max)));
    }

    private void read(Set<UUID> placed) {
        List<ArticleSelection> order = List.copyOf(wanted.keySet());
        List<Wanted> asked = order.stream()
                .map(selection -> new Wanted(selection, wanted.getOrDefault(selection, 1)))
                .toList();
        for (Found found : SelectedArticles.found(asked, placed, at)) {
            if (found.selection() == SelectedArticles.NAMED) {
                visible.add(found.article());
            } else {
                selected.computeIfAbsent(order.get(found.selection()), selection -> new ArrayList<>())
                        .add(new Candidate(found.article(), found.date()));
            }
        }
    }

    /** Which of the articles that are placed by hand. */
    Set<UUID> visible() {
        return visible;
    }

    /** The articles of a tag, newest first. */
    List<Candidate> latest(UUID tag) {
        return selected.getOrDefault(ArticleSelection.ofTag(tag), List.of());
    }

    /** The articles of a source that is no list, best first. */
    List<Candidate> of(Fill fill) {
        return selected.getOrDefault(selection(fill), List.of());
    }

    private ArticleSelection selection(Fill fill) {
        FillQuery query = fill.query();
        if (query == null) {
            return ArticleSelection.ofTag(fill.latestTag().orElseThrow());
        }
        // Of the newest, those that are too old come last: to read them changes nothing of what is shown.
        boolean bounded = !explaining || query.ordered() != Order.NEWEST;
        return new ArticleSelection(
                query.tags() == null ? null : TagExpression.parse(query.tags()),
                query.section() == null ? null : UUID.fromString(query.section()),
                query.type(),
                query.language(),
                bounded ? Resolution.oldest(query, at).orElse(null) : null,
                query.ordered(),
                null);
    }
}
