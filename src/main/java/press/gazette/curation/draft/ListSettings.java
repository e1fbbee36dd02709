package press.gazette.curation.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.curation.content.Dedupe;
import press.gazette.curation.content.Group;
import press.gazette.curation.content.ListKind;
import press.gazette.curation.content.PlainText;
import press.gazette.curation.content.Settings;
import press.gazette.problem.Faults;

/** A curated list without its entries, as an editor sends it. */
@Schema(description = "A curated list without its entries, as an editor sends it.")
public record ListSettings(
        @Schema(
                description =
                        "The list's name in URLs, chosen once and never changed. Absent in a new list: made from the title.",
                example = "morning-briefing",
                maxLength = Slug.LONGEST_KEY)
        @Nullable
        String key,

        @Schema(
                description = "The heading of the list, plain text, at most 200 characters.",
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
                description = "The fewest items: a revision that would show fewer is not published. Absent: 0.",
                example = "3",
                minimum = "0",
                maximum = "" + Settings.MOST_ITEMS)
        @Nullable
        Integer minItems,

        @Schema(
                description = "The most items, from 1 to 100. Absent: 20.",
                example = "10",
                minimum = "1",
                maximum = "" + Settings.MOST_ITEMS)
        @Nullable
        Integer maxItems,

        @Schema(
                description =
                        "page: the fill skips articles of the lists above it on the same page; none: it does not. Entries "
                                + "stay in either case. Absent: page.",
                example = "page")
        @Nullable
        Dedupe dedupe,

        @Schema(
                description = "The parts of the list in the order to show, at most 10.",
                maxItems = ListSettings.MOST_GROUPS)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Group> groups,

        @Schema(
                description =
                        "The sources of the items that the entries leave free, the first source first, at most 10.",
                maxItems = ListSettings.MOST_SOURCES)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<FillDraft> fill,

        @Schema(
                description =
                        "Slugs or ids of articles that neither the fill nor the latest of a tag supplies, at most 200.",
                examples = "[\"reading-putin-speeches\"]",
                maxItems = ListSettings.MOST_EXCLUSIONS)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> exclusions,

        @Schema(
                description = "A note on this save for the list of revisions, at most 500 characters.",
                minLength = 1,
                maxLength = PlainText.LINE)
        @Nullable
        String note) {

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
                key == null || Slug.isKey(key),
                "/key",
                "A key is words of a-z and 0-9 joined by single hyphens, at most 100 characters.");
        title = faults.name("/title", title, PlainText.WORD);
        note = PlainText.checked(faults, "/note", note, PlainText.LINE);
        faults.check(
                maxItems >= 1 && maxItems <= Settings.MOST_ITEMS,
                "/maxItems",
                "A list holds from 1 to " + Settings.MOST_ITEMS + " items.");
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
                "A manual list has no fill: make it a hybrid one, or leave the fill out.");
        checkGroups(faults, groups, fill);
        faults.refuse();
    }

    private static void checkGroups(Faults faults, List<Group> groups, List<FillDraft> fill) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            faults.check(keys.add(groups.get(i).key()), "/groups/" + i + "/key", "Another group has this key.");
        }
        for (int i = 0; i < fill.size(); i++) {
            String group = fill.get(i).group();
            faults.check(group == null || keys.contains(group), "/fill/" + i + "/group", "The list has no such group.");
        }
    }

    /** These settings without a fill. */
    public ListSettings unfilled() {
        return new ListSettings(key, title, kind, minItems, maxItems, dedupe, groups, List.of(), exclusions, null);
    }
}
