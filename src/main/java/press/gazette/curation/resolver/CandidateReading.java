package press.gazette.curation.resolver;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.SelectedArticles;
import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.article.listing.SelectedArticles.Wanted;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Source;
import press.gazette.curation.resolution.Candidate;

/**
 * Reads the candidates of some revisions: one statement for all of them, unless it would read too many rows. It reads as
 * many candidates of each source as a list usually needs; {@link #readMore} reads further ones where these were not enough.
 */
final class CandidateReading {

    /**
     * The articles of lists above that each source is expected to offer again. On most pages the lists above have at most
     * this many articles.
     */
    private static final int USUALLY_ABOVE = 100;

    /** The newest articles of a tag that are expected to be elsewhere in the list already. */
    private static final int USUALLY_LATER = 20;

    /** The growth of each further reading: for most sources the second one is the last. */
    private static final int GROWTH = 10;

    /**
     * The most rows of one statement. H2 first writes a result of more than 40,000 rows per gigabyte of memory into a file.
     * Of a page that asks for more, most lists are full before their last sources.
     */
    private static final int MOST_ROWS = 16_000;

    private final Instant at;
    private final boolean explaining;
    private final Map<ArticleSelection, Depth> wanted = new LinkedHashMap<>();
    private final Map<ArticleSelection, List<Candidate>> selected = new HashMap<>();
    private final Set<UUID> visible = new HashSet<>();

    /**
     * The number of candidates of a selection to read.
     *
     * @param read so far
     * @param usual in the first reading
     * @param shown at most, in all lists with this selection together
     * @param most the sum of all that could be skipped and shown
     */
    private record Depth(int read, int usual, int shown, int most) {

        Depth and(Depth other) {
            return new Depth(read, Math.max(usual, other.usual), shown + other.shown, Math.max(most, other.most));
        }

        /** The number after the next reading. The first reading is enough for lists of a page that share one selection. */
        int next() {
            return Math.min(most, read == 0 ? Math.max(usual, shown) : read * GROWTH);
        }
    }

    private CandidateReading(Instant at, boolean explaining) {
        this.at = at;
        this.explaining = explaining;
    }

    /**
     * Reads the candidates.
     *
     * @param page the revisions on one page, in its order
     * @param all these revisions and those that fill them
     * @param explaining true: articles that are too old are candidates, so that the response can name them
     */
    static CandidateReading of(
            List<ResolvableRevision> page, Collection<ResolvableRevision> all, Instant at, boolean explaining) {
        CandidateReading reading = new CandidateReading(at, explaining);
        Map<UUID, Integer> above = new HashMap<>();
        int shown = 0;
        for (ResolvableRevision revision : page) {
            above.put(revision.list(), shown);
            shown += revision.content().settings().maxItems();
        }
        Set<UUID> placed = new HashSet<>();
        List<List<ArticleSelection>> selections = new ArrayList<>();
        for (ResolvableRevision revision : all) {
            selections.add(reading.want(revision.content(), above.getOrDefault(revision.list(), 0)));
            revision.content()
                    .entries()
                    .forEach(entry -> entry.placed().target().articleId().ifPresent(placed::add));
        }
        reading.read(reading.chosen(selections), placed);
        return reading;
    }

    /** Adds up the needs of a list; returns its selections, the first source first. */
    private List<ArticleSelection> want(ListContent content, int above) {
        int most = content.settings().maxItems();
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
        for (Source each : content.settings().fill()) {
            selection(each).ifPresent(selection -> {
                wanted.merge(selection, each.latestTag().isEmpty() ? source : latest, Depth::and);
                selections.add(selection);
            });
        }
        return selections;
    }

    /**
     * Reads further candidates.
     *
     * @param cut for each list the selections of which it needs more, the first source first
     * @return false if no list needs more
     */
    boolean readMore(List<List<ArticleSelection>> cut) {
        Set<ArticleSelection> chosen = chosen(cut);
        read(chosen, Set.of());
        return !chosen.isEmpty();
    }

    /** The first selection of each list, then the second of each, and so on, up to the rows of one statement. */
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

    /** True if the selection may have more candidates than were read. */
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

    /** The public ones among the articles of the entries. */
    Set<UUID> visible() {
        return visible;
    }

    /** The articles of a tag, newest first. */
    List<Candidate> latest(UUID tag) {
        return candidates(ArticleSelection.ofTag(tag));
    }

    /** The articles of a source, best first; none if the source is a list. */
    List<Candidate> of(Source source) {
        return selection(source).map(this::candidates).orElse(List.of());
    }

    private List<Candidate> candidates(ArticleSelection selection) {
        return selected.getOrDefault(selection, List.of());
    }

    /** The listing from which a source takes; empty: it takes from a list. */
    Optional<ArticleSelection> selection(Source source) {
        return source.selection(at, explaining);
    }

    /** All listings from which a list takes, without those of the lists that fill it. */
    static Set<ArticleSelection> selections(ListContent content, Instant at) {
        return Stream.concat(
                        content.settings().fill().stream().flatMap(source -> source.selection(at, false).stream()),
                        content.entries().stream()
                                .flatMap(entry -> entry.placed().target().latestTag().stream())
                                .map(ArticleSelection::ofTag))
                .collect(Collectors.toSet());
    }
}
