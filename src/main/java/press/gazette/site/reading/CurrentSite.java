package press.gazette.site.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.address.NewsroomLanguage;
import press.gazette.change.Dependencies;
import press.gazette.change.LedgerMark;
import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.delivery.Dated;
import press.gazette.json.Json;
import press.gazette.media.LicensedPicture;
import press.gazette.media.Picture;
import press.gazette.media.Rights;
import press.gazette.response.Links;
import press.gazette.site.SiteSettings;
import press.gazette.site.content.Menu;
import press.gazette.site.content.MenuItem;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.Policies;
import press.gazette.site.content.Publisher;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.TagLabel;

/**
 * Reads the live revision of the site document, or the settings where there is none. The whole document takes one statement for
 * the revision, one for the targets of its menus, one for its pictures, and one for the sections unless it names any; the
 * publication takes one in all.
 */
@Singleton
public class CurrentSite {

    /**
     * The dependencies of every response with the site. They do not depend on its content: names of tags, lists and
     * articles that readers cannot see would betray them.
     */
    private static final List<Subject> GROUPS =
            List.of(Subject.SITE, Subject.TAGS, Subject.LISTS, Subject.ARTICLES, Subject.LABELS);

    /** The dependencies of the publication, whose only target is a picture; they do not depend on its content either. */
    private static final List<Subject> GROUPS_OF_PUBLICATION = List.of(Subject.SITE, Subject.LABELS);

    private static final String TABLES = " from site_document d left join site_revision r on r.id = d.live_id";

    private static final Sql LIVE = Sql.of("select r.content, " + LedgerMark.COLUMNS + TABLES);

    private static final UUID NO_PICTURE = new UUID(0, 0);

    private record Live(SiteContent content, LedgerMark mark) {}

    /** @param logo the picture that was read along; null: it is gone, or readers must not see it */
    private record Named(SiteContent content, @Nullable LicensedPicture logo) {}

    private final SiteSettings settings;
    private final Links links;

    /** The logo of the last publication that was read. Reading it along spares a statement, unless the logo has changed. */
    private volatile UUID expectedLogo = NO_PICTURE;

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
                language(content),
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

    /** The newsroom for documents that name it. The running response changes with the site, and with the pictures of its logos. */
    public Publication publication(Instant now) {
        GROUPS_OF_PUBLICATION.forEach(Dependencies::add);
        UUID expected = expectedLogo;
        Named named = named(expected, now);
        SiteContent content = named.content();
        UUID logo = content.logoOfPublisher();
        Map<UUID, Picture> pictures = Map.of();
        if (logo != null && logo.equals(expected)) {
            pictures =
                    named.logo() == null ? Map.of() : Map.of(logo, named.logo().shown());
        } else if (logo != null) {
            pictures = Rights.shown(Set.of(logo), now);
            expectedLogo = logo;
        }
        return new Publication(
                content.title(),
                content.description(),
                language(content),
                url(content),
                publisher(content, pictures),
                content.social(),
                Objects.requireNonNullElse(content.policies(), Policies.NONE));
    }

    private Live live() {
        return LIVE.first(row -> new Live(content(row), LedgerMark.of(row))).orElseThrow();
    }

    private Named named(UUID logo, Instant now) {
        return Sql.of("select r.content, " + Rights.COLUMNS + TABLES)
                .plus(" cross join (select cast(? as uuid) as image_id) expected", logo)
                .plus(Rights.join("expected", now))
                .first(row -> new Named(content(row), LicensedPicture.of(row)))
                .orElseThrow();
    }

    private SiteContent content(Row row) {
        String stored = row.textOrNull();
        return stored == null ? settings.content() : Json.fromColumn(stored, SiteContent.class);
    }

    private static String language(SiteContent content) {
        return Objects.requireNonNullElseGet(content.language(), NewsroomLanguage::tag);
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
                picture(content.logoOfPublisher(), pictures),
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
