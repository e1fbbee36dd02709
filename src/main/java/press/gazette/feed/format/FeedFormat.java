package press.gazette.feed.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The formats of feeds, selected by the extension of the path. */
public enum FeedFormat {
    RSS("application/rss+xml"),
    ATOM("application/atom+xml"),
    JSON("application/feed+json"),
    NINJS("application/json");

    private static final String KNOWN =
            Arrays.stream(values()).map(format -> format.extension).collect(Collectors.joining(", "));

    /** Without the dot. */
    public final String extension = name().toLowerCase(Locale.ROOT);

    /** The media type in links, without parameters. */
    public final String mediaType;

    FeedFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The format with this extension.
     *
     * @throws Problem {@code not-found} that lists the extensions
     */
    public static FeedFormat parse(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no such feed format. The extension must be one of " + KNOWN + "."));
    }

    /** Writes the feed as UTF-8. */
    public byte[] write(Feed feed) {
        return switch (this) {
            case RSS -> RssFeed.write(feed);
            case ATOM -> AtomFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
            case NINJS -> NinjsFeed.write(feed);
        };
    }

    /** The value of Content-Type. */
    public String contentType() {
        return mediaType + ";charset=UTF-8";
    }
}
