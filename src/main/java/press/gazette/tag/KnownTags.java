package press.gazette.tag;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.address.Ref;

/** Visible tags in memory by their ids, addresses and parents. Read by many threads, replaced by one at a time. */
final class KnownTags {

    private final Map<UUID, VisibleTag> tags = new ConcurrentHashMap<>();
    private final Map<String, UUID> slugs = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> merged = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> children = new ConcurrentHashMap<>();

    /** It may have been put off since the reading. */
    private volatile Instant firstEnd = Instant.MAX;

    @Nullable
    VisibleTag get(UUID id) {
        return tags.get(id);
    }

    Collection<VisibleTag> all() {
        return tags.values();
    }

    Set<UUID> ids() {
        return Set.copyOf(tags.keySet());
    }

    int size() {
        return tags.size();
    }

    Set<UUID> childrenOf(UUID id) {
        return children.getOrDefault(id, Set.of());
    }

    /** The first end of the rights of a picture of these tags; {@link Instant#MAX}: none ends. */
    Instant firstEnd() {
        return firstEnd;
    }

    /** The tags whose pictures have ended by then. */
    Set<UUID> thatLostPictures(Instant now) {
        return tags.values().stream()
                .filter(tag -> tag.hasLostItsPicture(now))
                .map(VisibleTag::id)
                .collect(Collectors.toSet());
    }

    /** The tag at a current or former address; null: none. */
    @Nullable
    VisibleTag at(Ref ref) {
        if (ref instanceof Id id) {
            return tags.get(tags.containsKey(id.value()) ? id.value() : merged.getOrDefault(id.value(), id.value()));
        }
        UUID id = slugs.get(ref.text());
        return id == null ? null : tags.get(id);
    }

    /** The tag and all tags below it, so many levels deep. */
    Set<UUID> below(UUID root, int deepest) {
        Set<UUID> below = new LinkedHashSet<>(Set.of(root));
        Set<UUID> last = below;
        for (int depth = 0; depth < deepest && !last.isEmpty(); depth++) {
            last = last.stream()
                    .flatMap(tag -> childrenOf(tag).stream())
                    .filter(tag -> !below.contains(tag))
                    .collect(Collectors.toSet());
            below.addAll(last);
        }
        return below;
    }

    /**
     * Replaces tags.
     *
     * @param former ids of all tags that may have changed
     * @param current the visible ones of them
     */
    void replace(Set<UUID> former, Collection<VisibleTag> current) {
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
