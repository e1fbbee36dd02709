package press.gazette.importer.writer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import press.gazette.address.Slug;
import press.gazette.address.WebAddress;
import press.gazette.article.ArticlePast;
import press.gazette.change.Edit;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedMenu;
import press.gazette.importer.item.ImportedSite;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.PlainText;
import press.gazette.site.SiteDocument;
import press.gazette.site.content.Menu;
import press.gazette.site.content.MenuItem;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;

/**
 * Puts the menus of a former site into the draft of the site document, for an editor to publish. Menus that are there already
 * stay.
 */
public final class SiteWriter {

    private static final int MOST_MENUS = 20;
    private static final int MOST_ITEMS = 200;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_PARAGRAPH = 4_000;

    private final ImportSource source;
    private final TermWriter terms;
    private final List<Note> notes = new ArrayList<>();
    private int items;

    private SiteWriter(ImportSource source, TermWriter terms) {
        this.source = source;
        this.terms = terms;
    }

    /** The lines on what a run would do. */
    public static List<Note> plan(ImportedSite site) {
        List<Note> notes = new ArrayList<>();
        if (!site.featured().isEmpty()) {
            notes.add(new Note("featured", site.featured().size() + " articles stand first there: a list."));
        }
        site.menus()
                .forEach(menu -> notes.add(
                        new Note("menu", menu.key() + ": " + menu.items().size() + " items")));
        return notes;
    }

    /** Writes the menus and the list of featured articles in the running transaction. Returns lines for the report. */
    public static List<Note> write(ImportSource source, TermWriter terms, Instant now) {
        SiteWriter writer = new SiteWriter(source, terms);
        writer.notes.addAll(FeaturedWriter.write(source, now));
        writer.writeMenus(now);
        return writer.notes;
    }

    private void writeMenus(Instant now) {
        ImportedSite site = source.site();
        if (site.menus().isEmpty()) {
            return;
        }
        SiteDocument document = SiteDocument.locked();
        boolean isFirst = document.latestRevision() == 0;
        SiteContent draft = document.draft();
        List<Menu> menus = new ArrayList<>(draft.menus());
        Set<String> keys = new HashSet<>();
        draft.menus().forEach(menu -> {
            keys.add(menu.key());
            items += size(menu.items());
        });
        for (ImportedMenu menu : site.menus()) {
            String key = Slug.isKey(menu.key())
                    ? menu.key()
                    : Slug.from(menu.key(), "en", "menu").value();
            if (!keys.add(key)) {
                notes.add(new Note("menu-is-there", "The site document has a menu " + key + "."));
            } else if (menus.size() >= MOST_MENUS) {
                notes.add(new Note("menu-not-kept", key));
            } else {
                String title = PlainText.beginning(menu.title(), LONGEST_WORD);
                menus.add(new Menu(key, title.isEmpty() ? null : title, items(menu.items())));
                notes.add(new Note("menu", "The menu " + key + " is in the draft of the site document: publish it."));
            }
        }
        if (menus.size() > draft.menus().size()) {
            document.save(
                    content(draft, menus, isFirst ? site : ImportedSite.UNKNOWN),
                    "Menus of an import",
                    Edit.unsigned(now));
        }
    }

    private static SiteContent content(SiteContent draft, List<Menu> menus, ImportedSite site) {
        String title = PlainText.beginning(site.title(), LONGEST_WORD);
        String description = PlainText.beginning(site.description(), LONGEST_PARAGRAPH);
        return new SiteContent(
                title.isEmpty() ? draft.title() : title,
                description.isEmpty() ? draft.description() : description,
                draft.language(),
                draft.timeZone(),
                draft.url(),
                draft.logo(),
                draft.social(),
                menus,
                draft.sections(),
                draft.publisher(),
                draft.policies());
    }

    private static int size(List<MenuItem> items) {
        return items.stream().mapToInt(item -> 1 + size(item.items())).sum();
    }

    private List<MenuItem> items(List<ImportedMenu.Item> imported) {
        List<MenuItem> made = new ArrayList<>();
        for (ImportedMenu.Item item : imported) {
            if (items >= MOST_ITEMS) {
                notes.add(new Note("menu-item-not-kept", item.title() + " " + item.url()));
                continue;
            }
            Optional<MenuItem> one = item(item);
            if (one.isPresent()) {
                made.add(one.get());
            } else {
                notes.add(new Note("menu-item-not-kept", item.title() + " " + item.url()));
            }
        }
        return made;
    }

    private Optional<MenuItem> item(ImportedMenu.Item item) {
        String words = PlainText.beginning(item.title(), LONGEST_WORD);
        String title = words.isEmpty() ? null : words;
        Optional<UUID> article = article(item);
        Optional<UUID> tag = tag(item);
        if (article.isPresent() || tag.isPresent()) {
            items++;
            MenuItemKind kind = article.isPresent() ? MenuItemKind.ARTICLE : MenuItemKind.TAG;
            return Optional.of(new MenuItem(title, kind, article.or(() -> tag).get(), null, items(item.items())));
        }
        String url = item.url();
        if (title == null || (!WebAddress.isAbsolute(url) && !WebAddress.isFromRoot(url))) {
            return Optional.empty();
        }
        items++;
        return Optional.of(new MenuItem(title, MenuItemKind.LINK, null, url, items(item.items())));
    }

    private Optional<UUID> article(ImportedMenu.Item item) {
        if (item.article() != null) {
            return ArticlePast.find(source.system(), item.article());
        }
        LinkRewriter links = new LinkRewriter(source.hosts(), Set.of());
        return item.url().isEmpty()
                ? Optional.empty()
                : links.pathOf(item.url()).flatMap(ArticleDrafts::article);
    }

    private Optional<UUID> tag(ImportedMenu.Item item) {
        List<String> slugs = item.term() == null ? List.of() : terms.slugs(List.of(item.term()));
        return slugs.stream()
                .findFirst()
                .flatMap(slug -> TagRef.atDesk(new Slug(slug)))
                .map(Tag::id);
    }
}
