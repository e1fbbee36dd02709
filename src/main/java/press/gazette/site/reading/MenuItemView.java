package press.gazette.site.reading;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.site.content.MenuItemKind;

/** An item of a menu for readers. */
@Schema(description = "An item of a menu. Its target is visible to readers.")
public record MenuItemView(
        @Schema(description = "The text of the item.", example = "World")
        String title,

        @Schema(
                description = "The kind of the target: tag, page, list, article or link. Expect further words.",
                example = "tag")
        MenuItemKind kind,

        @Schema(
                description =
                        "The current slug of a tag or an article, the key of a page or a list: what a frontend makes its own URL of. Absent: the item is a link.",
                example = "world")
        @Nullable
        String ref,

        @Schema(
                description = "The resource of the target in this API; of a link, its own URL.",
                example = "/v1/tags/world",
                format = "uri-reference")
        String href,

        @Schema(description = "The items below this one. Absent: none.") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MenuItemView> items) {}
