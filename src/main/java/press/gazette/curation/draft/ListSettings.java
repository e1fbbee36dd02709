package press.gazette.curation.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.problem.Faults;

/** A curated list without its entries, as an editor writes it. */
@Schema(description = "A curated list without its entries, as an editor writes it.")
public record ListSettings(
        @Schema(
                description =
                        "Its address, chosen once and never changed. Without it, a new list gets one made from the title.",
                example = "morning-briefing",
                maxLength = Slug.MOST_CHARACTERS)
        @Nullable
        String key,

        @Schema(
                description = "What readers see above it, plain text, at most 200 characters.",
                example = "Morning Briefing",
                minLength = 1,
                maxLength = PlainText.WORD)
        String title,

        @Schema(
                description =
                        "manual: entries only; query: fill only; hybrid: entries, and fill for what they leave free.",
                example = "hybrid")
        ListKind kind,

        @Schema(
                description = "A revision of which fewer items would show is not published. Absent: 0.",
                example = "3",
                minimum = "0",
                maximum = "" + ListSettings.MOST_ITEMS)
        @Nullable
        Integer minItems,

        @Schema(
                description = "The most that it shows, from 1 to 100. Absent: 20.",
                example = "10",
                minimum = "1",
                maximum = "" + ListSettings.MOST_ITEMS)
        @Nullable
        Integer maxItems,

        @Schema(
                description =
                        "page: on a page the fill passes over what stands in a list above; none: it does not. What is "
                                + "placed by hand stays in any case. Absent: page.",
                example = "page")
        @Nullable
        Dedupe dedupe,

        @Schema(description = "Its parts in the order to show, at most 10.", maxItems = ListSettings.MOST_GROUPS)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Group> groups,

        @Schema(
                description = "Where what the entries leave free comes from, the first source first, at most 10.",
                maxItems = ListSettings.MOST_SOURCES)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Fill> fill,

        @Schema(
                description =
                        "Slugs or ids of articles that never come by fill or as the latest of a tag, at most 200.",
                examples = "[\"reading-putin-speeches\"]",
                maxItems = ListSettings.MOST_EXCLUSIONS)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> exclusions,

        @Schema(
                description = "What this save is about, for the list of revisions, at most 500 characters.",
                minLength = 1,
                maxLength = PlainText.LINE)
        @Nullable
        String note) {

    public static final int MOST_ITEMS = 100;

    private static final int USUAL_ITEMS = 20;
    static final int MOST_GROUPS = 10;
    static final int MOST_SOURCES = 10;
    static final int MOST_EXCLUSIONS = 200;

    public ListSettings {
        groups = groups == null ? List.of() : List.copyOf(groups);
        fill = fill == null ? List.of() : List.copyOf(fill);
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
        minItems = minItems == null ? 0 : minItems;
        maxItems = maxItems == null ? USUAL_ITEMS : maxItems;
        dedupe = dedupe == null ? Dedupe.PAGE : dedupe;
        Faults faults = new Faults();
        faults.check(
                key == null || Slug.isValid(key),
                "/key",
                "A key is words of a-z and 0-9 joined by single hyphens, at most 100 characters.");
        title = faults.name("/title", title, PlainText.WORD);
        note = PlainText.checked(faults, "/note", note, PlainText.LINE);
        faults.check(
                maxItems >= 1 && maxItems <= MOST_ITEMS,
                "/maxItems",
                "A list holds from 1 to " + MOST_ITEMS + " items.");
        faults.check(
                minItems >= 0 && minItems <= maxItems, "/minItems", "The minimum is from 0 to the maximum of items.");
        faults.check(groups.size() <= MOST_GROUPS, "/groups", "A list has at most " + MOST_GROUPS + " groups.");
        faults.check(fill.size() <= MOST_SOURCES, "/fill", "A list has at most " + MOST_SOURCES + " sources.");
        faults.check(
                exclusions.size() <= MOST_EXCLUSIONS,
                "/exclusions",
                "A list has at most " + MOST_EXCLUSIONS + " exclusions.");
        faults.check(
                kind != ListKind.MANUAL || fill.isEmpty(),
                "/fill",
                "A manual list is not filled: make it a hybrid one, or leave the fill out.");
        checkGroups(faults, groups, fill);
        faults.refuse();
    }

    private static void checkGroups(Faults faults, List<Group> groups, List<Fill> fill) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            faults.check(keys.add(groups.get(i).key()), "/groups/" + i + "/key", "Another group has this key.");
        }
        for (int i = 0; i < fill.size(); i++) {
            String group = fill.get(i).group();
            faults.check(group == null || keys.contains(group), "/fill/" + i + "/group", "The list has no such group.");
        }
    }

    /** The fewest items that a revision may be published with. */
    public int least() {
        return Objects.requireNonNull(minItems);
    }

    /** The most items that the list shows. */
    public int most() {
        return Objects.requireNonNull(maxItems);
    }

    public boolean dedupesOnPage() {
        return dedupe == Dedupe.PAGE;
    }

    /** The place of a group among the others; empty: there is no such group. */
    public Optional<Integer> indexOf(@Nullable String group) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).key().equals(group)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The same settings of a list that nothing fills. */
    public ListSettings unfilled() {
        return naming(key, List.of(), exclusions);
    }

    /** The same settings with other names of what they speak of. */
    public ListSettings naming(@Nullable String otherKey, List<Fill> otherFill, List<String> otherExclusions) {
        return new ListSettings(
                otherKey, title, kind, minItems, maxItems, dedupe, groups, otherFill, otherExclusions, null);
    }
}
