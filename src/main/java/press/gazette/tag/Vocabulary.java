package press.gazette.tag;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.change.Invalidation;
import press.gazette.change.Ledger;
import press.gazette.change.LedgerMark;
import press.gazette.change.PrivatelyInvalidated;
import press.gazette.change.Subject;

/**
 * All tags that readers may see, in memory, so that a response with tags needs no statement for them.
 *
 * <p>Each statement for readers also reads the number of the last change of any tag ({@link LedgerMark#tags}). If the memory is
 * older, the changed tags are read first. So a response never has older tags than rows, whichever node changed them, and does
 * not wait for a follower of the ledger. Ends of pictures that are planned are in no change: {@link PrivatelyInvalidated} tells of
 * them.
 *
 * <p>A transaction reads tags from the database, since it may have changed them. With more tags than
 * {@code gazette.vocabulary-size}, every read does.
 */
@Singleton
@Unremovable
public class Vocabulary {

    private static final Logger LOG = Logger.getLogger(Vocabulary.class);

    /** The most changes that are applied one by one; after more, all tags are read again. */
    private static final int MOST_CHANGES = 1_000;

    private static final long UNREAD = -1;

    private static final int BEFORE_RESPONSES = ObserverMethod.DEFAULT_PRIORITY - 1;

    private final int most;
    private final KnownTags tags = new KnownTags();

    private final Clock clock;

    /** The memory has all changes of tags up to this number. */
    private volatile long upTo = UNREAD;

    /** Media whose rights end at another time than in the memory, with the numbers of these plans. */
    private final Map<UUID, Long> replanned = new ConcurrentHashMap<>();

    private final AtomicLong plans = new AtomicLong();

    /** True if any of these plans may be unknown. */
    private volatile boolean missed;

    /** True if there are too many tags for the memory. */
    private volatile boolean tooMany;

    Vocabulary(VocabularyConfig config, Clock clock) {
        most = config.vocabularySize();
        this.clock = clock;
    }

    /** Runs before responses are invalidated: they are read again with the tags in memory. */
    void planned(@Observes @Priority(BEFORE_RESPONSES) PrivatelyInvalidated event) {
        event.subjects().stream()
                .filter(subject -> subject.kind() == Subject.Kind.MEDIA)
                .forEach(medium -> replanned.put(medium.id(), plans.incrementAndGet()));
        missed |= event.all();
    }

    /** The vocabulary of this process. */
    public static Vocabulary get() {
        return Arc.container().instance(Vocabulary.class).get();
    }

    /**
     * The visible ones of these tags.
     *
     * @param known the number of the last change of tags that the caller has read; the tags are at least as new
     */
    public Map<UUID, VisibleTag> tags(Collection<UUID> ids, long known) {
        return byIds(ids, known).collect(Collectors.toMap(VisibleTag::id, Function.identity()));
    }

    /** As above, their labels with those of the tags right above each. */
    public Map<UUID, VisibleTag> tagsWithParents(Collection<UUID> ids, long known) {
        List<VisibleTag> found = byIds(ids, known).toList();
        Map<UUID, TagLabel> parents =
                labels(found.stream().flatMap(tag -> tag.parents().stream()).collect(Collectors.toSet()), known);
        return found.stream()
                .collect(Collectors.toMap(
                        VisibleTag::id,
                        tag -> tag.below(tag.parents().stream()
                                .map(parents::get)
                                .filter(Objects::nonNull)
                                .toList())));
    }

    /** The labels of the visible ones of these tags. */
    public Map<UUID, TagLabel> labels(Collection<UUID> ids, long known) {
        return byIds(ids, known).collect(Collectors.toMap(VisibleTag::id, VisibleTag::label));
    }

    private Stream<VisibleTag> byIds(Collection<UUID> ids, long known) {
        return isReadFor(known)
                ? ids.stream().distinct().map(tags::get).filter(Objects::nonNull)
                : VisibleTag.byIds(ids, clock.instant()).stream();
    }

    /** All visible tags, at least as new as that; null: there are too many for the memory. */
    public @Nullable Collection<VisibleTag> all(long known) {
        return isReadFor(known) ? tags.all() : null;
    }

    /** The number of the last change that the memory has. Equal numbers mean equal tags. */
    public long version() {
        return upTo;
    }

    /** The visible tags at these current or former addresses, without entries for others. */
    Map<Ref, VisibleTag> byAddresses(Collection<Ref> refs, long known) {
        Map<Ref, VisibleTag> found = new HashMap<>();
        if (isReadFor(known)) {
            refs.forEach(ref -> found.computeIfAbsent(ref, tags::at));
        } else {
            for (VisibleTag tag : VisibleTag.byAddresses(refs, clock.instant())) {
                refs.stream().filter(tag::isAt).forEach(ref -> found.put(ref, tag));
            }
        }
        return found;
    }

    /**
     * The tag and all visible tags below it. The search stops at hidden tags: readers do not know that they connect the tags above
     * and below.
     *
     * @return null: not in memory
     */
    @Nullable
    Set<UUID> below(UUID root, int deepest, long known) {
        return isReadFor(known) ? tags.below(root, deepest) : null;
    }

    /** Brings the memory up to date; false if it cannot be used. */
    private boolean isReadFor(long known) {
        if (tooMany || QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return false;
        }
        Instant now = clock.instant();
        if (upTo < known || upTo == UNREAD || !tags.firstEnd().isAfter(now) || !replanned.isEmpty() || missed) {
            read(known, now);
        }
        return !tooMany;
    }

    private synchronized void read(long known, Instant now) {
        if (missed) {
            upTo = UNREAD;
            missed = false;
        }
        if (upTo == UNREAD) {
            readAll(now);
        } else if (upTo < known) {
            readChanged(known, now);
        }
        readReplanned(now);
        if (!tags.firstEnd().isAfter(now)) {
            // The ledger has no end that is only planned, so it may have been put off.
            Set<UUID> ended = tags.thatLostPictures(now);
            tags.replace(ended, VisibleTag.byIds(ended, now));
        }
    }

    private void readReplanned(Instant now) {
        Map<UUID, Long> media = Map.copyOf(replanned);
        if (!media.isEmpty()) {
            List<VisibleTag> read = VisibleTag.affected(Set.of(), media.keySet(), now);
            tags.replace(read.stream().map(VisibleTag::id).collect(Collectors.toSet()), read);
            // A plan that came meanwhile has another number, and stays.
            media.forEach(replanned::remove);
        }
    }

    private void readAll(Instant now) {
        long head = Ledger.head().seq();
        List<VisibleTag> all = VisibleTag.all(most + 1, now);
        tooMany = all.size() > most;
        if (tooMany) {
            LOG.warnf(
                    "There are more than %d tags (gazette.vocabulary-size): each response with tags asks the database for them",
                    most);
        }
        tags.replace(tags.ids(), tooMany ? List.of() : all);
        upTo = head;
    }

    private void readChanged(long known, Instant now) {
        List<Invalidation> touches = Ledger.invalidationsOfTags(upTo, MOST_CHANGES);
        if (touches.size() == MOST_CHANGES) {
            readAll(now);
            return;
        }
        Set<UUID> changed = ids(touches, Subject.Kind.TAG);
        // The ledger has no changes of hidden tags, not even of those that enter or leave a place above another tag.
        Set<UUID> affected = new HashSet<>(changed);
        changed.forEach(id -> affected.addAll(tags.childrenOf(id)));
        List<VisibleTag> read = VisibleTag.affected(affected, ids(touches, Subject.Kind.MEDIA), now);
        read.forEach(tag -> affected.add(tag.id()));
        tags.replace(affected, read);
        upTo = Math.max(
                known,
                touches.isEmpty() ? known : touches.get(touches.size() - 1).seq());
        if (tags.size() > most) {
            readAll(now);
        }
    }

    private static Set<UUID> ids(List<Invalidation> touches, Subject.Kind kind) {
        return touches.stream()
                .flatMap(touch -> touch.subjects().stream())
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .collect(Collectors.toSet());
    }
}
