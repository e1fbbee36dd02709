package press.gazette.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of feeds. */
@ConfigMapping(prefix = "gazette")
public interface FeedConfig {

    /** The part of an article that a public feed carries. */
    enum FeedText {
        /** The standfirst only. */
        SUMMARY,
        /** The standfirst and the body. */
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The part of an article that a public feed carries. */
    @WithDefault("summary")
    FeedText feedText();

    /** The hosts of frames that the HTML in feeds may hold. Absent: none; a link stands in place of each frame. */
    Optional<Set<String>> feedFrames();

    /** The WebSub hub that is notified of changed feeds and named in them. Absent: none. */
    Optional<URI> websubHub();

    /** The time for which changes are collected before the hub is notified, so that many at once make few requests. */
    @WithDefault("1S")
    Duration websubCheck();

    /** The time after the first change by an import until the hub is notified of the feed, once for all changes until then. */
    @WithDefault("1M")
    Duration websubImportPause();

    /** The time that the hub may take to accept a request before it is retried. */
    @WithDefault("5S")
    Duration websubDeadline();
}
