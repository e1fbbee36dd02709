package press.gazette.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.article.Article;
import press.gazette.curation.CuratedList;
import press.gazette.json.Json;
import press.gazette.site.SiteRevision;
import press.gazette.site.content.Menu;
import press.gazette.site.content.MenuItem;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.Tag;

/**
 * Items with hidden targets in every menu of the live site document, at every level, hidden sections, and a scheduled
 * revision in other words. {@link HiddenContent} must be there.
 */
final class HiddenMenuItems {

    private static final int LIVE = 1;

    private final String liveContent;

    private HiddenMenuItems(String liveContent) {
        this.liveContent = liveContent;
    }

    static HiddenMenuItems create() {
        return QuarkusTransaction.requiringNew().call(() -> {
            SiteContent live = SiteRevision.numbered(LIVE).orElseThrow().content();
            List<Menu> menus = live.menus().stream()
                    .map(menu -> new Menu(menu.key(), menu.title(), mixed(menu.items(), hidden())))
                    .toList();
            List<UUID> sections = new ArrayList<>(live.sections());
            sections.add(1, tags().get(0));
            write(LIVE, with(live, live.title(), menus, sections));
            SiteContent next = with(
                    live, HiddenContent.CANARY, List.of(new Menu(HiddenContent.CANARY, null, List.of())), sections);
            sql(
                    "insert into site_revision (id, number, saved_at, author, content) select a.id, 2, r.saved_at, 'canary',"
                            + " r.content from site_revision r cross join article a where r.number = 1 and a.slug = 'canary-draft'");
            write(2, next);
            sql(
                    "update site_document set latest_revision = 2, scheduled_revision = 2, scheduled_by = 'canary', publish_at ="
                            + " timestamp with time zone '2100-01-01 00:00:00+00:00', modified_by = 'canary'");
            return new HiddenMenuItems(Json.column(live));
        });
    }

    void remove() {
        QuarkusTransaction.requiringNew().run(() -> {
            write(LIVE, Json.fromColumn(liveContent, SiteContent.class));
            sql(
                    "update site_document set latest_revision = 1, scheduled_revision = null, scheduled_by = null, publish_at ="
                            + " null, modified_by = null");
            sql("delete from site_revision where number = 2");
        });
    }

    /** The items with hidden ones before, between, behind and below them. */
    private static List<MenuItem> mixed(List<MenuItem> items, List<MenuItem> hidden) {
        List<MenuItem> mixed = new ArrayList<>(hidden);
        for (MenuItem item : items) {
            mixed.add(new MenuItem(item.title(), item.kind(), item.id(), item.href(), mixed(item.items(), hidden)));
            mixed.addAll(hidden);
        }
        return mixed;
    }

    private static List<MenuItem> hidden() {
        MenuItem below = new MenuItem(HiddenContent.CANARY, MenuItemKind.LINK, null, "https://canary.test", List.of());
        Stream<MenuItem> tags = tags().stream().map(id -> item(MenuItemKind.TAG, id, below));
        Stream<MenuItem> articles = Article.<Article>list("text.title = ?1 order by id", HiddenContent.CANARY).stream()
                .map(article -> item(MenuItemKind.ARTICLE, article.id(), below));
        Stream<MenuItem> lists =
                CuratedList.atDesk("canary-list").stream().map(list -> item(MenuItemKind.LIST, list.id(), below));
        Stream<MenuItem> gone = Stream.of(item(MenuItemKind.PAGE, UUID.randomUUID(), below));
        return Stream.of(tags, articles, lists, gone).flatMap(all -> all).toList();
    }

    private static List<UUID> tags() {
        return Tag.bySlugs(List.of("canary-hidden", "canary-proposed")).stream()
                .map(Tag::id)
                .toList();
    }

    private static MenuItem item(MenuItemKind kind, UUID id, MenuItem below) {
        return new MenuItem(HiddenContent.CANARY, kind, id, null, List.of(below));
    }

    private static SiteContent with(SiteContent site, String title, List<Menu> menus, List<UUID> sections) {
        return new SiteContent(
                title,
                site.description(),
                site.language(),
                site.timeZone(),
                site.url(),
                site.logo(),
                site.social(),
                menus,
                sections,
                site.publisher(),
                site.policies());
    }

    private static void write(int revision, SiteContent content) {
        Tag.getEntityManager()
                .createNativeQuery("update site_revision set content = :content where number = :number")
                .setParameter("content", Json.column(content))
                .setParameter("number", revision)
                .executeUpdate();
    }

    private static void sql(String statement) {
        Tag.getEntityManager().createNativeQuery(statement).executeUpdate();
    }
}
