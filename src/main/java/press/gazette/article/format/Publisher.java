package press.gazette.article.format;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import press.gazette.article.format.NewsArticle.Thing;
import press.gazette.response.Links;
import press.gazette.response.ReaderSite;

/** The newsroom as the publisher of its articles. */
@Singleton
class Publisher {

    private final Thing organisation;

    Publisher(
            @ConfigProperty(name = "gazette.publication") String name,
            @ConfigProperty(name = "gazette.site-url") Optional<String> site,
            Links links,
            ReaderSite reader) {
        String home = site.orElseGet(() -> links.absolute(reader.isOn() ? ReaderSite.HOME : "/"));
        organisation = Thing.named("NewsMediaOrganization", name, home);
    }

    /** The newsroom in the words of schema.org. */
    Thing organisation() {
        return organisation;
    }
}
