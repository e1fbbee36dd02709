package press.gazette.curation.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.curation.CuratedList;
import press.gazette.curation.Key;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.reading.ReadingCost;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;
import press.gazette.tag.VocabularyLock;

/** Lists for the desk: found by what stands in the path, changed by who sent the request at the time of the transaction. */
@Singleton
public class FrontDesk {

    private final Callers callers;
    private final ReadingCost cost;
    private final Clock clock;

    FrontDesk(Callers callers, ReadingCost cost, Clock clock) {
        this.callers = callers;
        this.cost = cost;
        this.clock = clock;
    }

    /** The list of that key; refuses with {@code not-found}. */
    public CuratedList find(String key) {
        return CuratedList.atDesk(Key.check(key, "list")).orElseThrow(() -> Problem.notFound("list"));
    }

    /** The same, kept from all other writers until the transaction ends. */
    public Supplier<CuratedList> locked(String key) {
        Key.check(key, "list");
        return () -> {
            VocabularyLock.share();
            return CuratedList.locked(key).orElseThrow(() -> Problem.notFound("list"));
        };
    }

    /** Saves what becomes of the working draft. */
    public Consumer<CuratedList> saved(UnaryOperator<ListContent> change) {
        return list -> save(list, change.apply(list.draft()), null, "");
    }

    /**
     * Saves the working draft; rejects one that could not be shown to readers in time.
     *
     * @param pointer to what would make it cost too much
     */
    public void save(CuratedList list, ListContent content, @Nullable String note, String pointer) {
        cost.checkDraft(list.id(), list.draft(), content, pointer);
        list.save(content, note, editor(), now());
    }

    /** What readers may be shown in time. */
    public ReadingCost cost() {
        return cost;
    }

    /** The entry of the working draft whose id stands in the path; refuses with {@code not-found}. */
    ListEntry entry(CuratedList list, String id) {
        return list.draft().find(entryId(id)).orElseThrow(() -> Problem.notFound("entry"));
    }

    UUID entryId(String id) {
        UUID parsed = Ref.parse(id, "entry").id();
        if (parsed == null) {
            throw Problem.notFound("entry");
        }
        return parsed;
    }

    public DeskListView view(CuratedList list) {
        return DeskListView.of(list, now());
    }

    public String editor() {
        return callers.current().name();
    }

    public Instant now() {
        return clock.instant();
    }
}
