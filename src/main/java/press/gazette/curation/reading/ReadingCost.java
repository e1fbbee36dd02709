package press.gazette.curation.reading;

import java.time.Clock;
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
import press.gazette.curation.draft.ListContent;
import press.gazette.problem.Problem;

/**
 * Bounds what a page or a list asks of the database, so that whatever is accepted can be shown to readers in time. The cost
 * is counted in parts: each list counts one, those from which it is filled included, each hundred of its entries one more,
 * and each different listing that fills any of them one. A query for one of several tags reads a listing for each tag. What
 * costs too much already can be saved as long as it does not cost more.
 */
@Singleton
public final class ReadingCost {

    private static final int ENTRIES_OF_PART = 100;

    private final CurationConfig config;
    private final Clock clock;

    ReadingCost(CurationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Rejects a working draft by itself.
     *
     * @param former the draft before; absent: the list is new
     * @param pointer to what makes it cost too much
     */
    public void checkDraft(UUID list, @Nullable ListContent former, ListContent draft, String pointer) {
        int parts = parts(List.of(list), edition(list, draft));
        if (parts > config.pageParts() && (former == null || parts > parts(List.of(list), edition(list, former)))) {
            throw Problem.invalidContent(pointer, sentence("The list", parts));
        }
    }

    /** Rejects a revision that is to go live, by itself and on every page on which it stands or fills what stands there. */
    public void checkLive(CuratedList list, ListContent content) {
        Edition other = edition(list.id(), content);
        check("The list", List.of(list.id()), other);
        Set<UUID> lists = new HashSet<>(Sources.filledFrom(list.id()));
        lists.add(list.id());
        for (CuratedPage page : CuratedPage.showing(lists)) {
            check("The page \"" + page.key() + "\"", ids(page.lists()), other);
        }
    }

    private void check(String what, List<UUID> lists, Edition other) {
        int parts = parts(lists, other);
        if (parts > config.pageParts() && parts > parts(lists, null)) {
            throw Problem.conflict(sentence(what, parts));
        }
    }

    /**
     * Rejects the lists of a page.
     *
     * @param former those that it has; empty: the page is new
     */
    public void checkPage(List<CuratedList> former, List<CuratedList> lists) {
        int parts = parts(ids(lists), null);
        if (parts > config.pageParts() && parts > parts(ids(former), null)) {
            throw Problem.invalidContent("/lists", sentence("The page", parts));
        }
    }

    private String sentence(String what, int parts) {
        return what + " would be made of " + parts + " parts: lists, those that fill them, hundreds of entries, and "
                + "listings that fill them, one for each alternative tag. At most " + config.pageParts()
                + " can be read in time (gazette.page-parts).";
    }

    /** @param other what a list is taken to be in place of its live revision; absent: all are as readers see them */
    private int parts(Collection<UUID> lists, @Nullable Edition other) {
        Set<UUID> asked = new HashSet<>(lists);
        if (other != null) {
            asked.remove(other.list());
            asked.addAll(other.content().sources());
        }
        Map<UUID, Edition> all = new HashMap<>(Editions.of(asked).all());
        if (other != null) {
            all.put(other.list(), other);
        }
        Instant now = clock.instant();
        Set<ArticleSelection> selections = new HashSet<>();
        int parts = 0;
        Deque<UUID> open = new ArrayDeque<>(lists);
        while (!open.isEmpty()) {
            Edition edition = all.remove(open.pop());
            if (edition != null) {
                int entries = edition.content().entries().size();
                parts += 1 + (entries + ENTRIES_OF_PART - 1) / ENTRIES_OF_PART;
                selections.addAll(CandidateReading.selections(edition.content(), now));
                open.addAll(edition.content().sources());
            }
        }
        return parts + selections.stream().mapToInt(ArticleSelection::listings).sum();
    }

    private static Edition edition(UUID list, ListContent content) {
        return new Edition(list, "", 0, Instant.EPOCH, content);
    }

    private static List<UUID> ids(List<CuratedList> lists) {
        return lists.stream().map(CuratedList::id).toList();
    }
}
