package press.gazette.curation.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A target and its place in a list, by an editor. {@link press.gazette.curation.draft.EntryDraft} has checked it.
 *
 * @param pin the position in the list, from 1; null: in the order of the entries
 * @param group the key of the group; null: the first one
 * @param startsAt not shown before; null: shown at once
 * @param endsAt not shown from then on; null: no end
 */
public record Placement(
        Target target,
        @Nullable Integer pin,
        @Nullable String group,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Overrides overrides,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Supporting> supporting) {

    public Placement {
        supporting = supporting == null ? List.of() : List.copyOf(supporting);
    }

    /** An article in the order of the entries, without an end. */
    public static Placement of(UUID article, @Nullable Overrides overrides) {
        return new Placement(new Target.ToArticle(article), null, null, null, null, overrides, List.of());
    }

    /** The same without supporting links to some articles. */
    Placement withoutArticles(Set<UUID> articles) {
        List<Supporting> others = supporting.stream()
                .filter(link -> link.articleId().filter(articles::contains).isEmpty())
                .toList();
        return new Placement(target, pin, group, startsAt, endsAt, overrides, others);
    }

    /** The ids of the pictures that an editor chose for it. */
    public Stream<UUID> pictures() {
        return Stream.of(
                        Optional.ofNullable(overrides).map(Overrides::image),
                        target.external().map(ExternalLink::image))
                .flatMap(Optional::stream);
    }

    public boolean hasPin() {
        return pin != null;
    }

    /** True if its window is open at this instant. */
    public boolean isOpen(Instant at) {
        return hasStarted(at) && !hasEnded(at);
    }

    public boolean hasStarted(Instant at) {
        return startsAt == null || !startsAt.isAfter(at);
    }

    public boolean hasEnded(Instant at) {
        return endsAt != null && !endsAt.isAfter(at);
    }

    /** True if both windows are open at some instant. */
    boolean overlaps(Placement other) {
        return (endsAt == null || other.beginsBefore(endsAt)) && (other.endsAt == null || beginsBefore(other.endsAt));
    }

    private boolean beginsBefore(Instant end) {
        return startsAt == null || startsAt.isBefore(end);
    }
}
