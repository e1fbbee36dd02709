package press.gazette.site.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.address.NewsroomLanguage;
import press.gazette.change.LedgerMark;
import press.gazette.change.Subject;
import press.gazette.database.Sql;
import press.gazette.delivery.Dated;
import press.gazette.json.Json;
import press.gazette.media.Picture;
import press.gazette.media.Rights;
import press.gazette.response.Links;
import press.gazette.site.SiteSettings;
import press.gazette.site.content.Menu;
import press.gazette.site.content.MenuItem;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.Publisher;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.TagLabel;

/**
 * Reads the live revision of the site document, or the settings where there is none: one statement for it, one for the
 * targets of its menus, one for its pictures, and one for the sections unless it names any.
 */
@Singleton
public class CurrentSite {

    /**
     * The dependencies of every response with the site. They do not depend on its content: names of tags, lists and
     * articles that readers cannot see would betray them.
     */
    private static final List<Subject> GROUPS =
            List.of(Subject.SITE, Subject.TAGS, Subject.LISTS, Subject.ARTICLES, Subject.LABELS);

    /** The dependencies of the publisher, whose only target is a picture. */
    private static final List<Subject> GROUPS_OF_PUBLISHER = List.of(Subject.SITE, Subject.LABELS);

    private static final Sql LIVE = Sql.of("select r.content, " + LedgerMark.COLUMNS
            + " from site_document d left join site_revision r on r.id = d.live_id");

    private record Live(SiteContent content, LedgerMark mark) {}

    private final SiteSettings settings;
    private final Links links;

    CurrentSite(SiteSettings settings, Links links) {
        this.settings = settings;
        this.links = links;
    }

    /** The whole document. */
    Dated<SiteView> read(Instant now) {
        Live live = live();
        SiteContent content = live.content();
        ShownTargets shown = ShownTargets.of(content, live.mark().tags(), now);
        Map<UUID, Picture> pictures = Rights.shown(content.pictures(), now);
        SiteView view = new SiteView(
                content.title(),
                content.description(),
                Objects.requireNonNullElseGet(content.language(), NewsroomLanguage::tag),
                Objects.requireNonNullElse(content.timeZone(), SiteSettings.TIME_ZONE),
                url(content),
                picture(content.logo(), pictures),
                content.social(),
                content.menus().stream().map(menu -> view(menu, shown)).toList(),
                publisher(content, pictures),
                content.policies(),
                sections(content, shown));
        return new Dated<>(view, live.mark().position(), GROUPS);
    }

    /**
     * The publisher of all articles, for formats that name one. A response that shows it depends on the groups that come
     * with it.
     */
    public Dated<PublisherView> publisher(Instant now) {
        Live live = live();
        Map<UUID, Picture> pictures = Rights.shown(live.content().pictures(), now);
        return new Dated<>(publisher(live.content(), pictures), live.mark().position(), GROUPS_OF_PUBLISHER);
    }

    private Live live() {
        return LIVE.first(row -> {
                    String stored = row.textOrNull();
                    SiteContent content =
                            stored == null ? settings.content() : Json.fromColumn(stored, SiteContent.class);
                    return new Live(content, LedgerMark.of(row));
                })
                .orElseThrow();
    }

    private String url(SiteContent content) {
        return Objects.requireNonNullElseGet(content.url(), settings::url);
    }

    private PublisherView publisher(SiteContent content, Map<UUID, Picture> pictures) {
        Publisher own = content.publisherOrSite();
        return new PublisherView(
                Objects.requireNonNullElse(own.name(), content.title()),
                own.legalName(),
                Objects.requireNonNullElseGet(own.url(), () -> url(content)),
                picture(own.logo() == null ? content.logo() : own.logo(), pictures),
                own.contact());
    }

    private static @Nullable Picture picture(@Nullable UUID id, Map<UUID, Picture> pictures) {
        return id == null ? null : pictures.get(id);
    }

    /** All sections where none of the named ones is visible, as if none was named. */
    private static List<TagLabel> sections(SiteContent content, ShownTargets shown) {
        List<TagLabel> named = shown.sections(content.sections());
        return named.isEmpty() ? TagLabel.sections(SiteContent.MOST_SECTIONS) : named;
    }

    private MenuView view(Menu menu, ShownTargets shown) {
        return new MenuView(menu.key(), menu.title(), items(menu.items(), shown));
    }

    private List<MenuItemView> items(List<MenuItem> items, ShownTargets shown) {
        return items.stream().flatMap(item -> view(item, shown).stream()).toList();
    }

    private Optional<MenuItemView> view(MenuItem item, ShownTargets shown) {
        if (item.kind() == MenuItemKind.LINK) {
            return Optional.of(new MenuItemView(
                    Objects.requireNonNull(item.title()),
                    item.kind(),
                    null,
                    Objects.requireNonNull(item.href()),
                    items(item.items(), shown)));
        }
        return shown.find(Objects.requireNonNull(item.id()))
                .map(target -> new MenuItemView(
                        Objects.requireNonNullElse(item.title(), target.title()),
                        item.kind(),
                        target.ref(),
                        links.to(item.kind().path(target.ref())),
                        items(item.items(), shown)));
    }
}
