package press.gazette.site.content;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A menu in a revision.
 *
 * @param key its name for frontends
 */
public record Menu(String key, @Nullable String title, List<MenuItem> items) {

    public Menu {
        items = List.copyOf(items);
    }
}
