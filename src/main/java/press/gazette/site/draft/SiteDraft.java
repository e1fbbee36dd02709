package press.gazette.site.draft;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;
import press.gazette.problem.Language;
import press.gazette.site.content.Policies;
import press.gazette.site.content.Publisher;
import press.gazette.site.content.SiteContent;
import press.gazette.site.content.SocialProfile;

/** The site document, as an editor sends it. */
@Schema(description = "The site document, as an editor sends it.")
public record SiteDraft(
        @Schema(
                description = "The name of the site, plain text, at most 200 characters.",
                example = "The Averil Gazette",
                minLength = 1,
                maxLength = PlainText.WORD)
        String title,

        @Schema(
                description = "A sentence or two about the site, at most 4,000 characters. Absent: none.",
                minLength = 1,
                maxLength = PlainText.PARAGRAPH)
        @Nullable
        String description,

        @Schema(description = "The language of the site, BCP 47. Absent: the setting gazette.language.", example = "en")
        @Nullable
        String language,

        @Schema(
                description = "The time zone of the newsroom, a name of the IANA database. Absent: UTC.",
                example = "Europe/Berlin")
        @Nullable
        String timeZone,

        @Schema(
                description = "The absolute URL of the front page of the site. Absent: by the settings.",
                example = "https://averil.example/",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String url,

        @Schema(description = "The id of the picture of the logo. Absent: none.") @Nullable
        UUID logo,

        @Schema(
                description = "The newsroom's profiles on other services, at most 30.",
                maxItems = SiteDraft.MOST_PROFILES)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SocialProfile> social,

        @Schema(description = "The menus, at most 20, with at most 200 items in all.", maxItems = SiteDraft.MOST_MENUS)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MenuDraft> menus,

        @Schema(
                description =
                        "The slugs or ids of sections in the order to show, each once, at most 100. Absent: all sections by their names.",
                examples = "[\"world\",\"politics\"]",
                maxItems = SiteContent.MOST_SECTIONS)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> sections,

        @Schema(description = "The publisher. Absent: the site itself.") @Nullable
        Publisher publisher,

        @Schema(description = "The newsroom's policies. Absent: none.") @Nullable
        Policies policies,

        @Schema(
                description = "A note on this save for the list of revisions, at most 500 characters.",
                minLength = 1,
                maxLength = PlainText.LINE)
        @Nullable
        String note) {

    static final int MOST_PROFILES = 30;
    static final int MOST_MENUS = 20;
    static final int MOST_ITEMS = 200;

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    public SiteDraft {
        social = social == null ? List.of() : List.copyOf(social);
        menus = menus == null ? List.of() : List.copyOf(menus);
        sections = sections == null ? List.of() : List.copyOf(sections);
        Faults faults = new Faults();
        title = faults.name("/title", title, PlainText.WORD);
        description = PlainText.checked(faults, "/description", description, PlainText.PARAGRAPH);
        note = PlainText.checked(faults, "/note", note, PlainText.LINE);
        faults.check(language == null || Language.isValid(language), "/language", Language.EXPECTED);
        faults.check(
                timeZone == null || ZONES.contains(timeZone),
                "/timeZone",
                "A time zone is a name of the IANA database, such as Europe/Berlin or UTC.");
        PlainText.checkUrl(faults, "/url", url);
        faults.check(social.size() <= MOST_PROFILES, "/social", "A site has at most " + MOST_PROFILES + " profiles.");
        faults.check(
                sections.size() <= SiteContent.MOST_SECTIONS,
                "/sections",
                "A site has at most " + SiteContent.MOST_SECTIONS + " sections.");
        checkMenus(faults, menus);
        faults.refuse();
    }

    private static void checkMenus(Faults faults, List<MenuDraft> menus) {
        faults.check(menus.size() <= MOST_MENUS, "/menus", "A site has at most " + MOST_MENUS + " menus.");
        Set<String> keys = new HashSet<>();
        int items = 0;
        for (int i = 0; i < menus.size(); i++) {
            faults.check(keys.add(menus.get(i).key()), "/menus/" + i + "/key", "Another menu has this key.");
            items += menus.get(i).size();
            faults.check(
                    items <= MOST_ITEMS,
                    "/menus/" + i + "/items",
                    "The menus have at most " + MOST_ITEMS + " items in all, on all levels; here are " + items + ".");
        }
    }

    /** This draft with the picture of a logo. */
    public SiteDraft withLogo(@Nullable UUID picture) {
        return new SiteDraft(
                title,
                description,
                language,
                timeZone,
                url,
                picture,
                social,
                menus,
                sections,
                publisher,
                policies,
                note);
    }
}
