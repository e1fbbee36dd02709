package press.gazette.site.content;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The content of a revision of the site document. {@link press.gazette.site.draft.SiteDraft} has checked it. Where the
 * language, the time zone or the URL is null, the settings have it.
 *
 * @param logo the id of a picture
 * @param sections the ids of tags in the order to show
 */
public record SiteContent(
        String title,
        @Nullable String description,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String url,
        @Nullable UUID logo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SocialProfile> social,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Menu> menus,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> sections,
        @Nullable Publisher publisher,
        @Nullable Policies policies) {

    /** The most sections that a site shows. */
    public static final int MOST_SECTIONS = 100;

    public SiteContent {
        social = social == null ? List.of() : List.copyOf(social);
        menus = menus == null ? List.of() : List.copyOf(menus);
        // A merger of tags makes one section of two.
        sections = sections == null ? List.of() : sections.stream().distinct().toList();
    }

    /** A site with a title and nothing else. */
    public static SiteContent titled(String title) {
        return new SiteContent(title, null, null, null, null, null, List.of(), List.of(), List.of(), null, null);
    }

    /** The publisher, whose absent members are those of the site. */
    public Publisher publisherOrSite() {
        return Objects.requireNonNullElse(publisher, Publisher.OF_SITE);
    }

    /** The ids of all targets of one kind in the menus; for tags, those of the sections too. */
    public Set<UUID> ids(MenuItemKind kind) {
        Stream<UUID> inMenus = menus.stream()
                .flatMap(menu -> menu.items().stream())
                .flatMap(MenuItem::all)
                .filter(item -> item.kind() == kind)
                .flatMap(item -> Stream.ofNullable(item.id()));
        return Stream.concat(inMenus, kind == MenuItemKind.TAG ? sections.stream() : Stream.of())
                .collect(Collectors.toSet());
    }

    /** The ids of the pictures of both logos. */
    public Set<UUID> pictures() {
        return Stream.of(logo, publisherOrSite().logo())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
