package press.gazette.curation.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.Order;
import press.gazette.article.listing.SelectedArticles;
import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.article.listing.SelectedArticles.Wanted;
import press.gazette.article.listing.TagExpression;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.FillQuery;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.resolution.Candidate;
import press.gazette.curation.resolution.Resolution;

/**
 * What readers may see of all that some editions speak of: one statement, however many editions there are, unless so much
 * is wanted that it is read little by little. It reads as many candidates of each source as a list usually needs; {@link
 * #readMore} reads further ones where they were not enough.
 */
final class CandidateReading {

    /**
     * Of the articles that stand above a list on its page, as many are taken to be among the candidates of each of its
     * sources. On most pages no more than that stand above any list.
     */
    private static final int USUALLY_ABOVE = 100;

    /** Of the articles of a tag whose latest is wanted, as many are taken to stand elsewhere already. */
    private static final int USUALLY_LATER = 20;

    /** Each further reading is that much larger: of most sources the second one is the last. */
    private static final int GROWTH = 10;

    /**
     * Rows of one statement. H2 writes a result of more than 40,000 rows for each gigabyte of memory into a file first; and
     * of a page that wants more, most lists are full before they come to their last sources.
     */
    private static final int MOST_ROWS = 16_000;

    private final Instant at;
    private final boolean explaining;
    private final Map<ArticleSelection, Depth> wanted = new LinkedHashMap<>();
    private final Map<ArticleSelection, List<Candidate>> selected = new HashMap<>();
    private final Set<UUID> visible = new HashSet<>();

    /**
     * How many candidates of a selection are read.
     *
     * @param read so far
     * @param usual by the first reading
     * @param shown what all lists that name the selection may take from it together
     * @param most more than could be passed over and shown
     */
    private record Depth(int read, int usual, int shown, int most) {

        Depth and(Depth other) {
            return new Depth(read, Math.max(usual, other.usual), shown + other.shown, Math.max(most, other.most));
        }

        /** By the next reading. The first one is enough for lists of a page that take from one selection in turn. */
        int next() {
            return Math.min(most, read == 0 ? Math.max(usual, shown) : read * GROWTH);
        }
    }

    private CandidateReading(Instant at, boolean explaining) {
        this.at = at;
        this.explaining = explaining;
    }

    /**
     * Reads them.
     *
     * @param page the editions that stand on one page, in its order
     * @param all the same, and those from which they are filled
     * @param explaining whether articles that are too old are candidates, so that it can be said that they are
     */
    static CandidateReading of(List<Edition> page, Collection<Edition> all, Instant at, boolean explaining) {
        CandidateReading reading = new CandidateReading(at, explaining);
        Map<UUID, Integer> above = new HashMap<>();
        int shown = 0;
        for (Edition edition : page) {
            above.put(edition.list(), shown);
            shown += edition.content().settings().most();
        }
        Set<UUID> placed = new HashSet<>();
        List<List<ArticleSelection>> selections = new ArrayList<>();
        for (Edition edition : all) {
            selections.add(reading.want(edition.content(), above.getOrDefault(edition.list(), 0)));
            edition.content()
                    .entries()
                    .forEach(entry -> entry.placed().target().articleId().ifPresent(placed::add));
        }
        reading.read(reading.chosen(selections), placed);
        return reading;
    }

    /** Notes how much is wanted for a list; returns of what, the first first. */
    private List<ArticleSelection> want(ListContent content, int above) {
        int most = content.settings().most();
        int passed = content.entries().size() + content.settings().exclusions().size();
        Depth latest = new Depth(0, Math.min(passed + above, USUALLY_LATER) + 1, 1, passed + above + most);
        Depth source = new Depth(0, passed + Math.min(above, USUALLY_ABOVE) + most, most, passed + above + most);
        List<ArticleSelection> selections = new ArrayList<>();
        for (ListEntry entry : content.entries()) {
            entry.placed().target().latestTag().map(ArticleSelection::ofTag).ifPresent(selection -> {
                wanted.merge(selection, latest, Depth::and);
                selections.add(selection);
            });
        }
        for (Fill fill : content.settings().fill()) {
            if (fill.list() == null) {
                wanted.merge(selection(fill), fill.latestOf() == null ? source : latest, Depth::and);
                selections.add(selection(fill));
            }
        }
        return selections;
    }

    /**
     * Reads further candidates.
     *
     * @param cut for each list the selections of which it needs more, the first first
     * @return false if no list needs more
     */
    boolean readMore(List<List<ArticleSelection>> cut) {
        Set<ArticleSelection> chosen = chosen(cut);
        read(chosen, Set.of());
        return !chosen.isEmpty();
    }

    /** Of each list the first selection, then of each the second one, and so on; no more than one statement reads. */
    private Set<ArticleSelection> chosen(List<List<ArticleSelection>> selections) {
        Set<ArticleSelection> chosen = new LinkedHashSet<>();
        int deepest = selections.stream().mapToInt(List::size).max().orElse(0);
        int rows = 0;
        for (int i = 0; i < deepest; i++) {
            for (List<ArticleSelection> each : selections) {
                if (i < each.size() && !chosen.contains(each.get(i))) {
                    rows += depth(each.get(i)).next() * each.get(i).listings();
                    if (rows > MOST_ROWS && !chosen.isEmpty()) {
                        return chosen;
                    }
                    chosen.add(each.get(i));
                }
            }
        }
        return chosen;
    }

    /** Whether the selection may have more candidates than were read. */
    boolean isCut(ArticleSelection selection) {
        Depth depth = depth(selection);
        return depth.read() < depth.most() && candidates(selection).size() >= depth.read();
    }

    private Depth depth(ArticleSelection selection) {
        return Objects.requireNonNull(wanted.get(selection));
    }

    private void read(Set<ArticleSelection> selections, Set<UUID> placed) {
        List<ArticleSelection> order = List.copyOf(selections);
        order.forEach(selection -> wanted.computeIfPresent(
                selection, (unused, depth) -> new Depth(depth.next(), depth.usual(), depth.shown(), depth.most())));
        selected.keySet().removeAll(order);
        List<Wanted> asked = order.stream()
                .map(selection -> new Wanted(selection, depth(selection).read()))
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
        return candidates(ArticleSelection.ofTag(tag));
    }

    /** The articles of a source that is no list, best first. */
    List<Candidate> of(Fill fill) {
        return candidates(selection(fill));
    }

    private List<Candidate> candidates(ArticleSelection selection) {
        return selected.getOrDefault(selection, List.of());
    }

    /** The articles that a source which is no list takes from. */
    ArticleSelection selection(Fill fill) {
        return selection(fill, at, explaining);
    }

    /** All listings from which a list takes, but for those of the lists that fill it. */
    static Set<ArticleSelection> selections(ListContent content, Instant at) {
        return Stream.concat(
                        content.settings().fill().stream()
                                .filter(fill -> fill.list() == null)
                                .map(fill -> selection(fill, at, false)),
                        content.entries().stream()
                                .flatMap(entry -> entry.placed().target().latestTag().stream())
                                .map(ArticleSelection::ofTag))
                .collect(Collectors.toSet());
    }

    private static ArticleSelection selection(Fill fill, Instant at, boolean explaining) {
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
