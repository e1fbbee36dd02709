package press.gazette.importer.wordpress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import press.gazette.importer.item.ImportedMenu;
import press.gazette.importer.xml.PlainText;

/** The menus of an export, whose items are posts of a kind of their own in any order. */
final class WordpressMenus {

    private static final String MENU = "nav_menu";
    private static final int DEEPEST = 3;
    private static final int MOST = 1_000;

    private record Entry(String id, String parent, int order, ImportedMenu.Item item) {}

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private int size;

    /** Takes the name of a menu. */
    void add(Map<String, String> term) {
        if (term.getOrDefault("wp:term_taxonomy", "").equals(MENU)) {
            names.put(term.getOrDefault("wp:term_slug", ""), PlainText.plain(term.getOrDefault("wp:term_name", "")));
        }
    }

    /** Takes an item. */
    void add(WxrPost post) {
        if (!post.type().equals("nav_menu_item")) {
            return;
        }
        post.terms().stream()
                .filter(term -> term.domain().equals(MENU))
                .findFirst()
                .filter(menu -> size < MOST)
                .ifPresent(menu -> {
                    size++;
                    names.putIfAbsent(menu.slug(), PlainText.plain(menu.name()));
                    entries.computeIfAbsent(menu.slug(), slug -> new ArrayList<>())
                            .add(entry(post));
                });
    }

    private static Entry entry(WxrPost post) {
        String kind = post.meta("_menu_item_type");
        String target = post.meta("_menu_item_object_id");
        String order = post.value("wp:menu_order");
        ImportedMenu.Item item = new ImportedMenu.Item(
                PlainText.plain(post.raw("title")),
                kind.equals("post_type") ? target : null,
                kind.equals("taxonomy") ? post.meta("_menu_item_object") + "#" + target : null,
                post.meta("_menu_item_url"),
                List.of());
        return new Entry(
                post.id(),
                post.meta("_menu_item_menu_item_parent"),
                order.matches("\\d{1,6}") ? Integer.parseInt(order) : 0,
                item);
    }

    /** @param terms finds the keys of terms by their taxonomy and id */
    List<ImportedMenu> menus(WordpressTerms terms) {
        List<ImportedMenu> menus = new ArrayList<>();
        entries.forEach((slug, all) -> {
            all.sort(Comparator.comparingInt(Entry::order));
            List<ImportedMenu.Item> items = below("0", all, terms, 1);
            if (!items.isEmpty()) {
                menus.add(new ImportedMenu(slug, names.getOrDefault(slug, slug), items));
            }
        });
        return menus;
    }

    private static List<ImportedMenu.Item> below(String parent, List<Entry> all, WordpressTerms terms, int level) {
        return level > DEEPEST
                ? List.of()
                : all.stream()
                        .filter(entry -> isBelow(entry, parent, all))
                        .map(entry -> new ImportedMenu.Item(
                                entry.item().title(),
                                entry.item().article(),
                                terms.keyOf(entry.item().term()),
                                entry.item().url(),
                                below(entry.id(), all, terms, level + 1)))
                        .toList();
    }

    /** An item whose parent is not there stands at the top. */
    private static boolean isBelow(Entry entry, String parent, List<Entry> all) {
        boolean known = all.stream().anyMatch(other -> other.id().equals(entry.parent()));
        return parent.equals("0") ? !known : entry.parent().equals(parent);
    }
}
