package press.gazette.site;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;

import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;
import press.gazette.problem.PrintableText;
import press.gazette.problem.Problem;
import press.gazette.response.Links;
import press.gazette.response.ReaderSite;
import press.gazette.site.content.SiteContent;

/** The site by the settings: what the site document says until a revision is live, or where the live one says nothing. */
@Singleton
@Unremovable
public class SiteSettings {

    /** The settings have no time zone; all times in responses are UTC. */
    public static final String TIME_ZONE = "UTC";

    private final String title;
    private final String url;
    private final boolean isReader;

    SiteSettings(SiteConfig config, Links links, ReaderSite reader) {
        title = title(config.publication());
        isReader = config.siteUrl().isEmpty() && reader.isOn();
        url = config.siteUrl()
                .map(own -> absolute("site-url", own.toString()))
                .orElseGet(() -> links.absolute(isReader ? ReaderSite.HOME : "/"));
    }

    /** An invalid setting fails the start. */
    void start(@Observes StartupEvent event) {}

    /** The settings of this process. */
    static SiteSettings get() {
        return Arc.container().instance(SiteSettings.class).get();
    }

    /** The newsroom's name. */
    public String title() {
        return title;
    }

    /** The absolute URL of the front page: the newsroom's own, else the reader site's, else this server's. */
    public String url() {
        return url;
    }

    /** True if the newsroom has no site of its own and the reader site replaces it. */
    public boolean isReader() {
        return isReader;
    }

    /** The site document without any revision. */
    public SiteContent content() {
        return SiteContent.titled(title);
    }

    /** The setting as the title of a site, by the rules of the site document. */
    static String title(String publication) {
        try {
            Faults faults = new Faults();
            String title = faults.name("gazette.publication", publication, PlainText.WORD);
            faults.refuse();
            return title;
        } catch (Problem wrong) {
            throw new IllegalArgumentException(
                    "gazette.publication must be plain text on one line, 1 to " + PlainText.WORD
                            + " characters long; it is set to \"" + PrintableText.beginning(publication, PlainText.WORD)
                            + '"',
                    wrong);
        }
    }

    private static String absolute(String setting, String url) {
        if (!url.matches("https?://[^/?#\\s]+[^\\s]*")) {
            throw new IllegalArgumentException(
                    "gazette." + setting + " must be an absolute http or https URL; it is set to " + url);
        }
        return url;
    }
}
