package press.gazette.feed.format;

import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;

/**
 * Writes pictures, films and sound in RSS and Atom, with the elements of Media RSS 1.5.1. There is no
 * {@code media:group}: it is for one film in several files, and a body names one file of each.
 */
final class MediaRss {

    static final String NAMESPACE = "http://search.yahoo.com/mrss/";

    private MediaRss() {}

    /** Writes the lead picture, then the media of the body. */
    static void write(Xml xml, FeedItem item, Publisher publisher) {
        Picture image = item.card().image();
        if (image != null) {
            content(xml, FeedMedia.of(image, publisher));
        }
        item.media().forEach(medium -> content(xml, medium));
    }

    /**
     * The title is the caption, the description is the alternative text. The description is marked as HTML, since some
     * readers treat it as HTML in any case.
     */
    private static void content(Xml xml, FeedMedia medium) {
        xml.open("media:content")
                .with("url", medium.url())
                .with("medium", medium.kind().medium)
                .with("type", medium.type())
                .with("width", number(medium.width()))
                .with("height", number(medium.height()))
                .with("duration", number(medium.duration()));
        if (medium.caption() != null) {
            xml.open("media:title").with("type", "plain").text(medium.caption()).close();
        }
        if (!medium.alt().isEmpty()) {
            xml.open("media:description")
                    .with("type", "html")
                    .plainAsHtml(medium.alt())
                    .close();
        }
        xml.text("media:credit", medium.credit());
        if (medium.poster() != null) {
            xml.open("media:thumbnail").with("url", medium.poster()).close();
        }
        xml.close();
    }

    private static @Nullable String number(@Nullable Integer value) {
        return value == null ? null : value.toString();
    }
}
