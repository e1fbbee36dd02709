package press.gazette.importer.item;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A menu of another system. */
public record ImportedMenu(String key, String title, List<Item> items) {

    /**
     * An item of a menu.
     *
     * @param title empty: that of the target
     * @param article the id of an article there; null: none
     * @param term the key of a term; null: none
     * @param url the address, where the others are null or not found
     */
    public record Item(
            String title,
            @Nullable String article,
            @Nullable String term,
            String url,
            List<Item> items) {}
}
