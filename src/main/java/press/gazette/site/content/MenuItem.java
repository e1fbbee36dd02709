package press.gazette.site.content;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An item of a menu in a revision.
 *
 * @param title null: the name or the title of the target; never null in links
 * @param id of the target; null: a link
 * @param href the URL of a link; null: any other kind
 * @param items the items below it
 */
public record MenuItem(
        @Nullable String title,
        MenuItemKind kind,
        @Nullable UUID id,
        @Nullable String href,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MenuItem> items) {

    public MenuItem {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** This item and all items below it. */
    Stream<MenuItem> all() {
        return Stream.concat(Stream.of(this), items.stream().flatMap(MenuItem::all));
    }
}
