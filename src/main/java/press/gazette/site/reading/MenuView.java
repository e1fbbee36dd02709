package press.gazette.site.reading;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A menu for readers. */
@Schema(description = "A menu of the site.")
public record MenuView(
        @Schema(description = "The name of the menu for frontends.", example = "main")
        String key,

        @Schema(description = "The heading of the menu. Absent: none.", example = "About us") @Nullable
        String title,

        @Schema(description = "The items in the order to show, at most 3 levels deep.")
        List<MenuItemView> items) {}
