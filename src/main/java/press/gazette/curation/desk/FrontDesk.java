package press.gazette.curation.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.curation.CuratedList;
import press.gazette.curation.Key;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;
import press.gazette.tag.Vocabulary;

/** Lists for the desk: found by what stands in the path, changed by who sent the request at the time of the transaction. */
@Singleton
public class FrontDesk {

    private final Callers callers;
    private final Clock clock;

    FrontDesk(Callers callers, Clock clock) {
        this.callers = callers;
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
            Vocabulary.share();
            return CuratedList.locked(key).orElseThrow(() -> Problem.notFound("list"));
        };
    }

    /** Saves what becomes of the working draft. */
    public Consumer<CuratedList> saved(UnaryOperator<ListContent> change) {
        return list -> list.save(change.apply(list.draft()), null, editor(), now());
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
