package press.gazette.curation.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.gazette.article.listing.ArticleSelection;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.resolution.Candidate;
import press.gazette.curation.resolution.Candidates;
import press.gazette.curation.resolution.Resolution;
import press.gazette.curation.resolution.Resolved;
import press.gazette.curation.resolution.Slot;
import press.gazette.time.Ends;

/**
 * Resolves lists together: one statement for the revisions of all and of those from which they are filled, one for all
 * candidates, however many lists there are; a further one where so many candidates were passed over that a list could have
 * taken more. What a list takes from another one is what stands in that one by itself.
 */
public final class ListReading {

    /** A list with what stands in it. */
    public record Read(Edition edition, Resolved resolved) {}

    private final Map<UUID, Edition> editions;
    private final CandidateReading candidates;
    private final Instant at;
    private final Map<UUID, Resolved> alone = new HashMap<>();
    private final List<List<ArticleSelection>> cut = new ArrayList<>();

    private ListReading(Map<UUID, Edition> editions, CandidateReading candidates, Instant at) {
        this.editions = editions;
        this.candidates = candidates;
        this.at = at;
    }

    /** The public ones among these lists as readers see them on one page, in their order. */
    public static List<Read> live(List<UUID> lists, Instant at, boolean explaining) {
        return resolve(Editions.of(lists), at, explaining);
    }

    /** One revision, live or not; what it is filled from is live. */
    public static Read edition(Edition edition, Instant at, boolean explaining) {
        Editions all = Editions.of(List.copyOf(edition.content().sources())).with(edition);
        return resolve(all, at, explaining).get(0);
    }

    /** Resolves the lists that are placed. */
    static List<Read> resolve(Editions editions, Instant at, boolean explaining) {
        List<Edition> asked = editions.placed();
        Map<UUID, Edition> all = editions.all();
        CandidateReading candidates = CandidateReading.of(asked, all.values(), at, explaining);
        ListReading reading;
        List<Read> read;
        do {
            reading = new ListReading(all, candidates, at);
            read = reading.together(asked);
        } while (candidates.readMore(reading.cut));
        return read;
    }

    /** The lists as they stand on one page: each passes over what stands above it. */
    private List<Read> together(List<Edition> asked) {
        Map<UUID, String> shown = new HashMap<>();
        List<Read> read = new ArrayList<>();
        for (Edition edition : asked) {
            Resolved resolved = resolved(edition, shown, Set.of());
            articles(resolved).forEach(article -> shown.putIfAbsent(article, edition.key()));
            read.add(new Read(edition, resolved));
        }
        return read;
    }

    private static Stream<UUID> articles(Resolved resolved) {
        return resolved.slots().stream().map(Slot::article).filter(Objects::nonNull);
    }

    /** @param below the lists for which this one is resolved; none of them can be filled from again, whatever was stored */
    private Resolved resolved(Edition edition, Map<UUID, String> above, Set<UUID> below) {
        ListContent content = edition.content();
        content.entries().stream()
                .map(ListEntry::placed)
                .filter(entry -> entry.isOpen(at))
                .forEach(entry -> Ends.add(entry.endsAt()));
        Set<UUID> further =
                Stream.concat(below.stream(), Stream.of(edition.list())).collect(Collectors.toSet());
        List<List<Candidate>> fill = content.settings().fill().stream()
                .map(each -> candidates(each, further))
                .toList();
        Map<UUID, List<Candidate>> latest = content.entries().stream()
                .flatMap(entry -> entry.placed().target().latestTag().stream())
                .distinct()
                .collect(Collectors.toMap(tag -> tag, candidates::latest));
        Resolved resolved = Resolution.of(content, new Candidates(candidates.visible(), latest, fill), at, above);
        cut.add(Stream.concat(
                        resolved.exhaustedTags().stream().map(ArticleSelection::ofTag),
                        resolved.exhausted().stream()
                                .map(content.settings().fill()::get)
                                .filter(each -> each.list() == null)
                                .map(candidates::selection))
                .filter(candidates::isCut)
                .toList());
        return resolved;
    }

    private List<Candidate> candidates(Fill fill, Set<UUID> below) {
        return fill.listId().isEmpty()
                ? candidates.of(fill)
                : fill.listId().stream()
                        .filter(list -> !below.contains(list))
                        .flatMap(list -> Stream.ofNullable(editions.get(list)))
                        .flatMap(edition -> articles(alone(edition, below)))
                        .map(article -> new Candidate(article, at))
                        .toList();
    }

    private Resolved alone(Edition edition, Set<UUID> below) {
        Resolved known = alone.get(edition.list());
        if (known == null) {
            known = resolved(edition, Map.of(), below);
            alone.put(edition.list(), known);
        }
        return known;
    }
}
