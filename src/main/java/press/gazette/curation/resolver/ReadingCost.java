package press.gazette.curation.resolver;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.ArticleSelection;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.Sources;
import press.gazette.curation.content.ListContent;
import press.gazette.problem.Problem;

/**
 * Bounds the database work of a page or a list, so that all accepted ones can be shown in time. The cost is a number of
 * parts: one for each list, those that fill it included, one for each hundred of its entries, and one for each different
 * listing that fills any of them. A query for one of several tags reads a listing for each tag. A page or list over the
 * bound can still be saved if its cost does not grow.
 */
@Singleton
public final class ReadingCost {

    private static final int ENTRIES_OF_PART = 100;

    private final CurationConfig config;

    ReadingCost(CurationConfig config) {
        this.config = config;
    }

    /**
     * Returns the next working draft of a list; rejects it if it costs too much.
     *
     * @param pointer to the member of the request that the fault names
     */
    public ListContent checked(CuratedList list, ListContent draft, String pointer, Instant now) {
        checkDraft(list.id(), list.draft(), draft, pointer, now);
        return draft;
    }

    /**
     * Rejects a working draft by itself.
     *
     * @param former the draft before; null: the list is new
     * @param pointer to the member of the request that the fault names
     */
    public void checkDraft(UUID list, @Nullable ListContent former, ListContent draft, String pointer, Instant now) {
        int parts = parts(List.of(list), revision(list, draft), now);
        if (parts > config.pageParts()
                && (former == null || parts > parts(List.of(list), revision(list, former), now))) {
            throw Problem.invalidContent(pointer, sentence("The list", parts));
        }
    }

    /** Rejects a publication that costs too much, by itself or on a page that shows the list or a list that it fills. */
    public void checkLive(CuratedList list, ListContent content, Instant now) {
        ResolvableRevision other = revision(list.id(), content);
        check("The list", List.of(list.id()), other, now);
        Set<UUID> lists = new HashSet<>(Sources.filledFrom(list.id()));
        lists.add(list.id());
        for (CuratedPage page : CuratedPage.withAny(lists)) {
            check("The page \"" + page.key() + "\"", ids(page.lists()), other, now);
        }
    }

    private void check(String subject, List<UUID> lists, ResolvableRevision other, Instant now) {
        int parts = parts(lists, other, now);
        if (parts > config.pageParts() && parts > parts(lists, null, now)) {
            throw Problem.conflict(sentence(subject, parts));
        }
    }

    /**
     * Rejects the lists of a page.
     *
     * @param former the present lists; empty: the page is new
     */
    public void checkPage(List<CuratedList> former, List<CuratedList> lists, Instant now) {
        int parts = parts(ids(lists), null, now);
        if (parts > config.pageParts() && parts > parts(ids(former), null, now)) {
            throw Problem.invalidContent("/lists", sentence("The page", parts));
        }
    }

    private String sentence(String subject, int parts) {
        return subject + " would be made of " + parts + " parts: lists, those that fill them, hundreds of entries, and "
                + "listings that fill them, one for each alternative tag. At most " + config.pageParts()
                + " can be read in time (gazette.page-parts).";
    }

    /** @param other replaces the live revision of its list; null: all revisions are live */
    private int parts(Collection<UUID> lists, @Nullable ResolvableRevision other, Instant now) {
        Set<UUID> asked = new HashSet<>(lists);
        if (other != null) {
            asked.remove(other.list());
            asked.addAll(other.content().sources());
        }
        Map<UUID, ResolvableRevision> all =
                new HashMap<>(LiveRevisions.of(asked).all());
        if (other != null) {
            all.put(other.list(), other);
        }
        Set<ArticleSelection> selections = new HashSet<>();
        int parts = 0;
        Deque<UUID> open = new ArrayDeque<>(lists);
        while (!open.isEmpty()) {
            ResolvableRevision revision = all.remove(open.pop());
            if (revision != null) {
                int entries = revision.content().entries().size();
                parts += 1 + (entries + ENTRIES_OF_PART - 1) / ENTRIES_OF_PART;
                selections.addAll(CandidateReading.selections(revision.content(), now));
                open.addAll(revision.content().sources());
            }
        }
        return parts + selections.stream().mapToInt(ArticleSelection::listings).sum();
    }

    private static ResolvableRevision revision(UUID list, ListContent content) {
        return new ResolvableRevision(list, "", 0, Instant.EPOCH, content);
    }

    private static List<UUID> ids(List<CuratedList> lists) {
        return lists.stream().map(CuratedList::id).toList();
    }
}
