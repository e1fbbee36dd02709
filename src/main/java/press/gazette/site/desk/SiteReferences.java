package press.gazette.site.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Sql;
import press.gazette.problem.Faults;
import press.gazette.site.content.Menu;
import press.gazette.site.content.MenuItem;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.Policies;
import press.gazette.site.content.Publisher;
import press.gazette.site.content.SiteContent;
import press.gazette.site.draft.MenuDraft;
import press.gazette.site.draft.MenuItemDraft;
import press.gazette.site.draft.SiteDraft;

/** Converts drafts with slugs and keys to stored content with ids, and back. */
public final class SiteReferences {

    private final Faults faults = new Faults();
    private final NamedTargets named;

    private SiteReferences(SiteDraft draft) {
        named = NamedTargets.of(draft);
    }

    /**
     * The content to store, with one statement for everything that the draft names.
     *
     * @throws press.gazette.problem.Problem {@code invalid-content} with every reference that is not found
     */
    public static SiteContent stored(SiteDraft draft) {
        return new SiteReferences(draft).content(draft);
    }

    private SiteContent content(SiteDraft draft) {
        List<Menu> menus = new ArrayList<>();
        for (int i = 0; i < draft.menus().size(); i++) {
            MenuDraft menu = draft.menus().get(i);
            menus.add(new Menu(menu.key(), menu.title(), stored(menu.items(), "/menus/" + i + "/items")));
        }
        List<UUID> sections = sections(draft.sections());
        Publisher publisher = Publisher.OF_SITE.equals(draft.publisher()) ? null : draft.publisher();
        checkPicture(draft.logo(), "/logo");
        checkPicture(publisher == null ? null : publisher.logo(), "/publisher/logo");
        faults.refuse();
        return new SiteContent(
                draft.title(),
                draft.description(),
                draft.language(),
                draft.timeZone(),
                draft.url(),
                draft.logo(),
                draft.social(),
                menus,
                sections,
                publisher,
                Policies.NONE.equals(draft.policies()) ? null : draft.policies());
    }

    private List<MenuItem> stored(List<MenuItemDraft> items, String at) {
        List<MenuItem> stored = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            MenuItemDraft item = items.get(i);
            String here = at + "/" + i;
            MenuItemKind kind = kind(item);
            stored.add(new MenuItem(
                    item.title(), kind, target(item, kind, here), item.link(), stored(item.items(), here + "/items")));
        }
        return stored;
    }

    /** The draft has exactly one target. */
    private static MenuItemKind kind(MenuItemDraft item) {
        if (item.tag() != null) {
            return MenuItemKind.TAG;
        }
        if (item.page() != null) {
            return MenuItemKind.PAGE;
        }
        if (item.list() != null) {
            return MenuItemKind.LIST;
        }
        return item.article() != null ? MenuItemKind.ARTICLE : MenuItemKind.LINK;
    }

    /** The id of the target; null: a link, or a target that is not found, which {@code refuse} reports. */
    private @Nullable UUID target(MenuItemDraft item, MenuItemKind kind, String at) {
        String name = NamedTargets.name(item, kind);
        if (name == null) {
            return null;
        }
        Optional<UUID> target = named.find(kind, name);
        faults.check(
                target.isPresent(),
                at + "/" + kind.word,
                "There is no " + kind.word + " \"" + name + "\": name one, or remove the item.");
        return target.orElse(null);
    }

    private List<UUID> sections(List<String> texts) {
        List<UUID> ids = new ArrayList<>();
        Set<UUID> once = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String at = "/sections/" + i;
            Optional<UUID> section = named.section(texts.get(i));
            faults.check(section.isPresent(), at, "There is no section \"" + texts.get(i) + "\".");
            section.ifPresent(id -> {
                faults.check(once.add(id), at, "This section is there twice.");
                ids.add(id);
            });
        }
        return ids;
    }

    private void checkPicture(@Nullable UUID picture, String at) {
        faults.check(
                picture == null || named.hasPicture(picture),
                at,
                "There is no such picture; this must be the id of one.");
    }

    /** The content as an editor would send it, read with one statement. Articles stay ids: their working slugs change. */
    public static SiteDraft draft(SiteContent content) {
        Map<UUID, String> names = names(content);
        return new SiteDraft(
                content.title(),
                content.description(),
                content.language(),
                content.timeZone(),
                content.url(),
                content.logo(),
                content.social(),
                content.menus().stream()
                        .map(menu -> new MenuDraft(menu.key(), menu.title(), drafts(menu.items(), names)))
                        .toList(),
                content.sections().stream().map(id -> name(id, names)).toList(),
                content.publisher(),
                content.policies(),
                null);
    }

    private static List<MenuItemDraft> drafts(List<MenuItem> items, Map<UUID, String> names) {
        return items.stream().map(item -> draft(item, names)).toList();
    }

    private static MenuItemDraft draft(MenuItem item, Map<UUID, String> names) {
        UUID id = item.id();
        String name = id == null ? null : name(id, names);
        MenuItemKind kind = item.kind();
        return new MenuItemDraft(
                item.title(),
                kind == MenuItemKind.TAG ? name : null,
                kind == MenuItemKind.PAGE ? name : null,
                kind == MenuItemKind.LIST ? name : null,
                kind == MenuItemKind.ARTICLE ? name : null,
                item.href(),
                drafts(item.items(), names));
    }

    /** The id itself stands for a target that is gone, and for an article. */
    private static String name(UUID id, Map<UUID, String> names) {
        return names.getOrDefault(id, id.toString());
    }

    private static Map<UUID, String> names(SiteContent content) {
        List<Sql> parts = List.of(
                named("select t.id, t.slug from tag t where t.id in ", content.ids(MenuItemKind.TAG)),
                named("select l.id, l.key from curated_list l where l.id in ", content.ids(MenuItemKind.LIST)),
                named("select p.id, p.key from curated_page p where p.id in ", content.ids(MenuItemKind.PAGE)));
        return Sql.join(" union all ", parts).rows(row -> Map.entry(row.uuid(), row.text())).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Sql named(String select, Collection<UUID> ids) {
        return Sql.of(select).plus(Sql.list(ids));
    }
}
