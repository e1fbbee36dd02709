package press.gazette.curation.resolver;

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
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Source;
import press.gazette.curation.resolution.Candidate;
import press.gazette.curation.resolution.Candidates;
import press.gazette.curation.resolution.Resolution;
import press.gazette.curation.resolution.Resolved;
import press.gazette.curation.resolution.Slot;
import press.gazette.time.Expiries;

/**
 * Resolves lists together: one statement for all revisions, those that fill them included, and one for all candidates. It
 * reads further candidates where so many were skipped that a list could have taken more. A list takes from another list the
 * items that the other shows by itself.
 */
public final class ListResolver {

    /** A revision and its resolution. */
    public record Read(ResolvableRevision revision, Resolved resolved) {}

    private final Map<UUID, ResolvableRevision> revisions;
    private final CandidateReading candidates;
    private final Instant at;
    private final Map<UUID, Resolved> alone = new HashMap<>();
    private final List<List<ArticleSelection>> cut = new ArrayList<>();

    private ListResolver(Map<UUID, ResolvableRevision> revisions, CandidateReading candidates, Instant at) {
        this.revisions = revisions;
        this.candidates = candidates;
        this.at = at;
    }

    /** The public ones among these lists, resolved as on one page, in their order. */
    public static List<Read> live(List<UUID> lists, Instant at, boolean explaining) {
        return resolve(LiveRevisions.of(lists), at, explaining);
    }

    /** One revision, live or not; the lists that fill it are live. */
    public static Read revision(ResolvableRevision revision, Instant at, boolean explaining) {
        LiveRevisions all =
                LiveRevisions.of(List.copyOf(revision.content().sources())).with(revision);
        return resolve(all, at, explaining).get(0);
    }

    /** Resolves the placed revisions. */
    public static List<Read> resolve(LiveRevisions revisions, Instant at, boolean explaining) {
        List<ResolvableRevision> asked = revisions.placed();
        Map<UUID, ResolvableRevision> all = revisions.all();
        CandidateReading candidates = CandidateReading.of(asked, all.values(), at, explaining);
        ListResolver reading;
        List<Read> read;
        do {
            reading = new ListResolver(all, candidates, at);
            read = reading.together(asked);
        } while (candidates.readMore(reading.cut));
        return read;
    }

    /** Resolves lists as on one page: each skips the articles of the lists above it. */
    private List<Read> together(List<ResolvableRevision> asked) {
        Map<UUID, String> shown = new HashMap<>();
        List<Read> read = new ArrayList<>();
        for (ResolvableRevision revision : asked) {
            Resolved resolved = resolved(revision, shown, Set.of());
            articles(resolved).forEach(article -> shown.putIfAbsent(article, revision.key()));
            read.add(new Read(revision, resolved));
        }
        return read;
    }

    private static Stream<UUID> articles(Resolved resolved) {
        return resolved.slots().stream().map(Slot::article).filter(Objects::nonNull);
    }

    /** @param below the lists that this one fills; it takes from none of them, even if a stored revision says so */
    private Resolved resolved(ResolvableRevision revision, Map<UUID, String> above, Set<UUID> below) {
        ListContent content = revision.content();
        content.entries().stream()
                .map(ListEntry::placed)
                .filter(entry -> entry.isOpen(at))
                .forEach(entry -> Expiries.add(entry.endsAt()));
        Set<UUID> further =
                Stream.concat(below.stream(), Stream.of(revision.list())).collect(Collectors.toSet());
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
                                .flatMap(source -> candidates.selection(source).stream()))
                .filter(candidates::isCut)
                .toList());
        return resolved;
    }

    private List<Candidate> candidates(Source source, Set<UUID> below) {
        return source.listId().isEmpty()
                ? candidates.of(source)
                : source.listId().stream()
                        .filter(list -> !below.contains(list))
                        .flatMap(list -> Stream.ofNullable(revisions.get(list)))
                        .flatMap(revision -> articles(alone(revision, below)))
                        .map(article -> new Candidate(article, at))
                        .toList();
    }

    private Resolved alone(ResolvableRevision revision, Set<UUID> below) {
        Resolved known = alone.get(revision.list());
        if (known == null) {
            known = resolved(revision, Map.of(), below);
            alone.put(revision.list(), known);
        }
        return known;
    }
}
