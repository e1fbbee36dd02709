package press.gazette.curation.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a list in a revision. {@link press.gazette.curation.draft.ListSettings} has checked them.
 *
 * @param minItems a revision that would show fewer is not published
 * @param maxItems from 1 to {@link #MOST_ITEMS}
 * @param groups in the order to show
 * @param fill the first source first
 * @param exclusions the ids of articles that neither the fill nor the latest of a tag supplies
 */
public record Settings(
        String title,
        ListKind kind,
        int minItems,
        int maxItems,
        Dedupe dedupe,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Group> groups,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Source> fill,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> exclusions) {

    /** The most items that a list shows: enough for a front, and few enough to resolve in one statement. */
    public static final int MOST_ITEMS = 100;

    public Settings {
        groups = groups == null ? List.of() : List.copyOf(groups);
        fill = fill == null ? List.of() : List.copyOf(fill);
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    }

    public boolean dedupesOnPage() {
        return dedupe == Dedupe.PAGE;
    }

    /** These settings with further exclusions. */
    Settings excluding(Set<UUID> articles) {
        List<UUID> all =
                Stream.concat(exclusions.stream(), articles.stream()).distinct().toList();
        return new Settings(title, kind, minItems, maxItems, dedupe, groups, fill, all);
    }

    /** The index of a group; empty: there is no such group. */
    public Optional<Integer> indexOf(@Nullable String group) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).key().equals(group)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
