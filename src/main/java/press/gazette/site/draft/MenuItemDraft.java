package press.gazette.site.draft;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;

/** An item of a menu, as an editor sends it. */
@Schema(description = "An item of a menu: exactly one of tag, page, list, article, link.")
public record MenuItemDraft(
        @Schema(
                description =
                        "The text of the item, plain text, at most 200 characters. Absent: the name or the title of the target. A link needs one.",
                example = "World",
                minLength = 1,
                maxLength = PlainText.WORD)
        @Nullable
        String title,

        @Schema(
                description = "The slug or id of a tag. The item is shown while readers see the tag.",
                example = "world")
        @Nullable
        String tag,

        @Schema(description = "The key of a page of lists.", example = "home") @Nullable
        String page,

        @Schema(
                description = "The key of a curated list. The item is shown while the list is public.",
                example = "latest-posts")
        @Nullable
        String list,

        @Schema(
                description = "The slug or id of an article. The item is shown while the article is public.",
                example = "gas-contract-averil")
        @Nullable
        String article,

        @Schema(
                description = "An absolute http or https URL, or a path that begins with a slash.",
                example = "https://averil.example/newsletter",
                format = "uri-reference",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String link,

        @Schema(description = "The items below this one, which are not shown without it. A menu has at most 3 levels.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MenuItemDraft> items) {

    public MenuItemDraft {
        items = items == null ? List.of() : List.copyOf(items);
        Faults faults = new Faults();
        faults.check(
                Stream.of(tag, page, list, article, link)
                                .filter(Objects::nonNull)
                                .count()
                        == 1,
                "",
                "An item is exactly one of tag, page, list, article and link.");
        faults.check(
                link == null || WebAddress.isAbsolute(link) || WebAddress.isFromRoot(link),
                "/link",
                "A link is an absolute http or https URL, or a path that begins with a slash, at most 2,000 characters long.");
        faults.check(link == null || title != null, "/title", "A link needs a title.");
        title = PlainText.checked(faults, "/title", title, PlainText.WORD);
        faults.refuse();
    }
}
