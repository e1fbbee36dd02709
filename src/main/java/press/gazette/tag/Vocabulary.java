package press.gazette.tag;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.change.Invalidation;
import press.gazette.change.Ledger;
import press.gazette.change.LedgerMark;
import press.gazette.change.Subject;

/**
 * All tags that readers may see, in memory, so that a response with tags needs no statement for them.
 *
 * <p>Each statement for readers also reads the number of the last change of any tag ({@link LedgerMark#tags}). If the memory is
 * older, the changed tags are read first. So a response never has older tags than rows, whichever node changed them, and does
 * not wait for a follower of the ledger. A picture whose end was planned after the reading is shown until the ledger records
 * that end.
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

    private final int most;
    private final Map<UUID, VisibleTag> tags = new ConcurrentHashMap<>();
    private final Map<String, UUID> slugs = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> merged = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> children = new ConcurrentHashMap<>();

    private final Clock clock;

    /** The memory has all changes of tags up to this number. */
    private volatile long upTo = UNREAD;

    /** The first end of the rights of a picture in the memory. It may have been put off since the reading. */
    private volatile Instant firstEnd = Instant.MAX;

    /** True if there are too many tags for the memory. */
    private volatile boolean tooMany;

    Vocabulary(VocabularyConfig config, Clock clock) {
        most = config.vocabularySize();
        this.clock = clock;
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
        return isReadFor(known) ? tags.values() : null;
    }

    /** The number of the last change that the memory has. Equal numbers mean equal tags. */
    public long version() {
        return upTo;
    }

    /** The visible tags at these current or former addresses, without entries for others. */
    Map<Ref, VisibleTag> byAddresses(Collection<Ref> refs, long known) {
        Map<Ref, VisibleTag> found = new HashMap<>();
        if (isReadFor(known)) {
            refs.forEach(ref -> found.computeIfAbsent(ref, this::at));
        } else {
            for (VisibleTag tag : VisibleTag.byAddresses(refs, clock.instant())) {
                refs.stream().filter(tag::isAt).forEach(ref -> found.put(ref, tag));
            }
        }
        return found;
    }

    private @Nullable VisibleTag at(Ref ref) {
        if (ref instanceof Id id) {
            return tags.get(tags.containsKey(id.value()) ? id.value() : merged.getOrDefault(id.value(), id.value()));
        }
        UUID id = slugs.get(ref.text());
        return id == null ? null : tags.get(id);
    }

    /**
     * The tag and all visible tags below it. The search stops at hidden tags: readers do not know that they connect the tags above
     * and below.
     *
     * @return null: not in memory
     */
    @Nullable
    Set<UUID> below(UUID root, int deepest, long known) {
        if (!isReadFor(known)) {
            return null;
        }
        Set<UUID> below = new LinkedHashSet<>(Set.of(root));
        Set<UUID> last = below;
        for (int depth = 0; depth < deepest && !last.isEmpty(); depth++) {
            last = last.stream()
                    .flatMap(tag -> children.getOrDefault(tag, Set.of()).stream())
                    .filter(tag -> !below.contains(tag))
                    .collect(Collectors.toSet());
            below.addAll(last);
        }
        return below;
    }

    /** Brings the memory up to date; false if it cannot be used. */
    private boolean isReadFor(long known) {
        if (tooMany || QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return false;
        }
        Instant now = clock.instant();
        if (upTo < known || upTo == UNREAD || !firstEnd.isAfter(now)) {
            read(known, now);
        }
        return !tooMany;
    }

    private synchronized void read(long known, Instant now) {
        if (upTo == UNREAD) {
            readAll(now);
        } else if (upTo < known) {
            readChanged(known, now);
        }
        if (!firstEnd.isAfter(now)) {
            readEnded(now);
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
        replace(Set.copyOf(tags.keySet()), tooMany ? List.of() : all);
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
        changed.forEach(id -> affected.addAll(children.getOrDefault(id, Set.of())));
        List<VisibleTag> read = VisibleTag.affected(affected, ids(touches, Subject.Kind.MEDIA), now);
        read.forEach(tag -> affected.add(tag.id()));
        replace(affected, read);
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

    /** Reads tags again whose pictures end now: the ledger has no end that is only planned, so it may have been put off. */
    private void readEnded(Instant now) {
        Set<UUID> ended = tags.values().stream()
                .filter(tag -> tag.hasLostItsPicture(now))
                .map(VisibleTag::id)
                .collect(Collectors.toSet());
        replace(ended, VisibleTag.byIds(ended, now));
    }

    /**
     * Replaces tags in the memory.
     *
     * @param former ids of all tags that may have changed
     * @param current the visible ones of them
     */
    private void replace(Set<UUID> former, Collection<VisibleTag> current) {
        Map<UUID, VisibleTag> byId = current.stream().collect(Collectors.toMap(VisibleTag::id, Function.identity()));
        List<VisibleTag> replaced =
                former.stream().map(tags::get).filter(Objects::nonNull).toList();
        tags.putAll(byId);
        former.stream().filter(id -> !byId.containsKey(id)).forEach(tags::remove);
        replaced.forEach(this::removeAddresses);
        current.forEach(this::addAddresses);
        firstEnd = tags.values().stream()
                .flatMap(tag -> Stream.ofNullable(tag.picture()))
                .flatMap(picture -> Stream.ofNullable(picture.end()))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private void removeAddresses(VisibleTag tag) {
        slugs.remove(tag.label().slug(), tag.id());
        tag.aliases().forEach(slug -> slugs.remove(slug, tag.id()));
        tag.mergedIds().forEach(id -> merged.remove(id, tag.id()));
        tag.parents()
                .forEach(parent -> children.computeIfPresent(parent, (key, all) -> {
                    all.remove(tag.id());
                    return all.isEmpty() ? null : all;
                }));
    }

    private void addAddresses(VisibleTag tag) {
        slugs.put(tag.label().slug(), tag.id());
        tag.aliases().forEach(slug -> slugs.putIfAbsent(slug, tag.id()));
        tag.mergedIds().forEach(id -> merged.put(id, tag.id()));
        tag.parents()
                .forEach(parent -> children.computeIfAbsent(parent, key -> ConcurrentHashMap.newKeySet())
                        .add(tag.id()));
    }
}
