package press.gazette.site.draft;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;

/** A menu, as an editor sends it. */
@Schema(description = "A menu, as an editor sends it.")
public record MenuDraft(
        @Schema(
                description =
                        "The name of the menu for frontends: words of a-z and 0-9 joined by hyphens. The reader site shows main at the top, all others at the bottom.",
                example = "main",
                maxLength = Slug.LONGEST_KEY)
        String key,

        @Schema(
                description = "The heading of the menu, at most 200 characters. Absent: none.",
                example = "About us",
                minLength = 1,
                maxLength = PlainText.WORD)
        @Nullable
        String title,

        @Schema(description = "The items in the order to show, at most 3 levels deep.")
        List<MenuItemDraft> items) {

    static final int MOST_LEVELS = 3;

    public MenuDraft {
        Faults faults = new Faults();
        faults.check(
                Slug.isKey(key),
                "/key",
                "A key is words of a-z and 0-9 joined by single hyphens, at most 100 characters.");
        title = PlainText.checked(faults, "/title", title, PlainText.WORD);
        checkLevels(faults, "/items", items, 1);
        faults.refuse();
        items = List.copyOf(items);
    }

    private static void checkLevels(Faults faults, String pointer, List<MenuItemDraft> items, int level) {
        faults.check(
                items.isEmpty() || level <= MOST_LEVELS, pointer, "A menu has at most " + MOST_LEVELS + " levels.");
        for (int i = 0; i < items.size() && level <= MOST_LEVELS; i++) {
            checkLevels(faults, pointer + "/" + i + "/items", items.get(i).items(), level + 1);
        }
    }

    /** The number of items at all levels. */
    int size() {
        return size(items);
    }

    private static int size(List<MenuItemDraft> items) {
        return items.stream().mapToInt(item -> 1 + size(item.items())).sum();
    }
}
