package press.gazette.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What feeds say of the newsroom, and how much of its articles. */
@ConfigMapping(prefix = "gazette")
public interface FeedConfig {

    /** How much of an article a public feed carries. */
    enum FeedText {
        /** The standfirst. */
        SUMMARY,
        /** The body too. */
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What readers know the newsroom by: part of the titles of feeds, and what news search shows. */
    @WithDefault("Gazette")
    String publication();

    /** The front page of the newsroom's site. Absent: the reader site, else this server. */
    Optional<URI> siteUrl();

    /** How much of an article a public feed carries. */
    @WithDefault("summary")
    FeedText feedText();

    /** The WebSub hub that is told of changed feeds and that feeds name. Absent: none. */
    Optional<URI> websubHub();

    /** For how long changes are gathered before the hub is told of them, so that many at once are not as many requests. */
    @WithDefault("1S")
    Duration websubCheck();

    /** How long the hub may take to accept a request; then it is told again. */
    @WithDefault("5S")
    Duration websubDeadline();
}
