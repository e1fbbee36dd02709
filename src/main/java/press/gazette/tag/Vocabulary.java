package press.gazette.tag;

import java.util.Collection;
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

import press.gazette.address.Ref;
import press.gazette.change.Ledger;
import press.gazette.change.LedgerMark;
import press.gazette.change.Touch;

/**
 * All tags that readers may see, in memory, so that a response with tags needs no statement for them.
 *
 * <p>Each statement for readers also reads the number of the last change of any tag ({@link LedgerMark#tags}). Where the memory is older than that, the changed tags are read first: so a
 * response never has older tags than rows, whichever node changed them, and waits for no follower of the ledger.
 *
 * <p>A transaction asks the database, since it may have changed tags itself. So does everybody where there are more tags than
 * {@code gazette.vocabulary-size}.
 */
@Singleton
@Unremovable
public class Vocabulary {

    private static final Logger LOG = Logger.getLogger(Vocabulary.class);

    /** Changes that are read one by one; after more of them all tags are read anew. */
    private static final int MOST_CHANGES = 1_000;

    private static final long UNREAD = -1;

    private final int most;
    private final Map<UUID, VisibleTag> tags = new ConcurrentHashMap<>();
    private final Map<String, UUID> slugs = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> merged = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> children = new ConcurrentHashMap<>();

    /** All changes of tags up to this number are in the memory. */
    private volatile long upTo = UNREAD;

    /** Whether there are too many tags for the memory. */
    private volatile boolean tooMany;

    Vocabulary(VocabularyConfig config) {
        most = config.vocabularySize();
    }

    /** The one of this process. */
    public static Vocabulary get() {
        return Arc.container().instance(Vocabulary.class).get();
    }

    /**
     * The labels of those of these tags that readers may see.
     *
     * @param known the number of the last change of tags that the caller has read; the labels are as new at least
     */
    public Map<UUID, TagLabel> labels(Collection<UUID> ids, long known) {
        return byIds(ids, known).collect(Collectors.toMap(VisibleTag::id, VisibleTag::label));
    }

    /** The same with the labels of the tags right above each. */
    public Map<UUID, TagLabel> labelsWithParents(Collection<UUID> ids, long known) {
        List<VisibleTag> found = byIds(ids, known).toList();
        Map<UUID, TagLabel> parents =
                labels(found.stream().flatMap(tag -> tag.parents().stream()).collect(Collectors.toSet()), known);
        return found.stream()
                .collect(Collectors.toMap(
                        VisibleTag::id,
                        tag -> tag.label()
                                .below(tag.parents().stream()
                                        .map(parents::get)
                                        .filter(Objects::nonNull)
                                        .toList())));
    }

    private Stream<VisibleTag> byIds(Collection<UUID> ids, long known) {
        return isReadFor(known)
                ? ids.stream().distinct().map(tags::get).filter(Objects::nonNull)
                : VisibleTag.byIds(ids).stream();
    }

    /** The visible tags that have these addresses now, or had them once; without an entry for others. */
    Map<Ref, VisibleTag> byAddresses(Collection<Ref> refs, long known) {
        Map<Ref, VisibleTag> found = new HashMap<>();
        if (isReadFor(known)) {
            refs.forEach(ref -> found.computeIfAbsent(ref, this::at));
        } else {
            for (VisibleTag tag : VisibleTag.byAddresses(refs)) {
                refs.stream().filter(tag::isAt).forEach(ref -> found.put(ref, tag));
            }
        }
        return found;
    }

    private @Nullable VisibleTag at(Ref ref) {
        if (ref.id() == null) {
            UUID id = slugs.get(Objects.requireNonNull(ref.slug()));
            return id == null ? null : tags.get(id);
        }
        return tags.get(tags.containsKey(ref.id()) ? ref.id() : merged.getOrDefault(ref.id(), ref.id()));
    }

    /**
     * All visible tags below a tag, and itself. What is below a hidden tag is not below what is above it: readers do not know
     * of the connection.
     *
     * @return absent: they are not in memory
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

    /** Whether the memory can answer; it reads what it lacks. */
    private boolean isReadFor(long known) {
        if (tooMany || QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return false;
        }
        if (upTo < known || upTo == UNREAD) {
            read(known);
        }
        return !tooMany;
    }

    private synchronized void read(long known) {
        if (upTo == UNREAD) {
            readAll();
        } else if (upTo < known) {
            readChanged(known);
        }
    }

    private void readAll() {
        long head = Ledger.head().seq();
        List<VisibleTag> all = VisibleTag.all(most + 1);
        tooMany = all.size() > most;
        if (tooMany) {
            LOG.warnf(
                    "There are more than %d tags (gazette.vocabulary-size): each response with tags asks the database for them",
                    most);
        }
        replace(Set.copyOf(tags.keySet()), tooMany ? List.of() : all);
        upTo = head;
    }

    private void readChanged(long known) {
        List<Touch> touches = Ledger.touchesOfTags(upTo, MOST_CHANGES);
        if (touches.size() == MOST_CHANGES) {
            readAll();
            return;
        }
        Set<UUID> changed = touches.stream()
                .flatMap(touch -> touch.subjects().stream())
                .flatMap(subject -> subject.tag().stream())
                .collect(Collectors.toSet());
        // The ledger tells of no hidden tag, nor that it came above another or went from there.
        Set<UUID> affected = new HashSet<>(changed);
        changed.forEach(id -> affected.addAll(children.getOrDefault(id, Set.of())));
        List<VisibleTag> read = VisibleTag.withChildren(affected);
        read.forEach(tag -> affected.add(tag.id()));
        replace(affected, read);
        upTo = Math.max(
                known,
                touches.isEmpty() ? known : touches.get(touches.size() - 1).seq());
        if (tags.size() > most) {
            readAll();
        }
    }

    /**
     * Puts tags in the place of others.
     *
     * @param former ids of all that may have changed
     * @param current those that are visible now
     */
    private void replace(Set<UUID> former, Collection<VisibleTag> current) {
        Map<UUID, VisibleTag> byId = current.stream().collect(Collectors.toMap(VisibleTag::id, Function.identity()));
        List<VisibleTag> replaced =
                former.stream().map(tags::get).filter(Objects::nonNull).toList();
        tags.putAll(byId);
        former.stream().filter(id -> !byId.containsKey(id)).forEach(tags::remove);
        replaced.forEach(this::forgetAddresses);
        current.forEach(this::enterAddresses);
    }

    private void forgetAddresses(VisibleTag tag) {
        slugs.remove(tag.label().slug(), tag.id());
        tag.aliases().forEach(slug -> slugs.remove(slug, tag.id()));
        tag.mergedIds().forEach(id -> merged.remove(id, tag.id()));
        tag.parents()
                .forEach(parent -> children.computeIfPresent(parent, (key, all) -> {
                    all.remove(tag.id());
                    return all.isEmpty() ? null : all;
                }));
    }

    private void enterAddresses(VisibleTag tag) {
        slugs.put(tag.label().slug(), tag.id());
        tag.aliases().forEach(slug -> slugs.putIfAbsent(slug, tag.id()));
        tag.mergedIds().forEach(id -> merged.put(id, tag.id()));
        tag.parents()
                .forEach(parent -> children.computeIfAbsent(parent, key -> ConcurrentHashMap.newKeySet())
                        .add(tag.id()));
    }
}
