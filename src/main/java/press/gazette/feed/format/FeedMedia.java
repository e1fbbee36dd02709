package press.gazette.feed.format;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;

/**
 * A film, a sound or a picture of an item.
 *
 * @param url absolute and in ASCII
 * @param id the id among the newsroom's media; null if unknown
 * @param caption one line of plain text; null if there is none
 * @param alt the text alternative of a picture; empty for films, for sound and for pictures that only decorate
 * @param credit one line of plain text; null if nobody is named
 * @param width in pixels; null if unknown
 * @param height in pixels; null if unknown
 * @param duration in seconds; null for pictures, and if unknown
 * @param poster the absolute URL of the picture shown before a film plays; null if there is none
 */
public record FeedMedia(
        MediaKind kind,
        String url,
        @Nullable UUID id,
        @Nullable String caption,
        String alt,
        @Nullable String credit,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer duration,
        @Nullable String poster) {

    /** The bytes of markup around the texts of one medium, in the largest format. */
    private static final int MARKUP = 250;

    /** The picture as the publisher shows it. */
    static FeedMedia of(Picture picture, Publisher publisher) {
        return new FeedMedia(
                MediaKind.PICTURE,
                publisher.absolute(picture.url()),
                picture.id(),
                picture.caption(),
                picture.alt(),
                picture.credit(),
                picture.width(),
                picture.height(),
                null,
                null);
    }

    /** The media type by the extension of the URL; null if the extension is unknown. */
    @Nullable
    String type() {
        return kind.type(url);
    }

    /** True for films and sound, which formats attach to an item. */
    boolean isPlayable() {
        return kind != MediaKind.PICTURE;
    }

    /** The permanent name: that of the newsroom's media, else the URL. */
    String uri() {
        return id == null ? url : FeedItem.urn(id);
    }

    /** The bytes that it adds to a feed, about half of those in the largest format. */
    public int weight() {
        String texts = Stream.of(caption, alt, credit, url, poster)
                .map(text -> text == null ? "" : Xml.asHtml(text))
                .collect(Collectors.joining());
        return MARKUP + texts.getBytes(StandardCharsets.UTF_8).length;
    }
}
