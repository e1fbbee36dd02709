package press.gazette.site;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the newsroom's site. */
@ConfigMapping(prefix = "gazette")
interface SiteConfig {

    /** The newsroom's name for readers: part of the titles of feeds, and shown by news search. */
    @WithDefault("Gazette")
    String publication();

    /** The front page of the newsroom's site. Absent: the reader site, else this server. */
    Optional<URI> siteUrl();
}
