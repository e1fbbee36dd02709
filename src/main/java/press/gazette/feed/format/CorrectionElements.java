package press.gazette.feed.format;

import press.gazette.article.Correction;

/**
 * Writes corrections in XML. Neither RSS nor Atom has an element for them, but both allow foreign ones (RFC 4287 §6.4:
 * structured extension elements). {@code gazette:correction} has the kind and the time as attributes and plain text as
 * content.
 */
final class CorrectionElements {

    /** A name rather than a URL: the same for every newsroom, for ever. */
    static final String NAMESPACE = "urn:uuid:5c1b0a52-9d0e-4c9b-8a57-0f6a3d2f7e41";

    private CorrectionElements() {}

    static void write(Xml xml, FeedItem item) {
        for (Correction note : item.corrections()) {
            xml.open("gazette:correction")
                    .with("kind", note.kind().word)
                    .with("at", FeedItem.date(note.at()))
                    .text(note.text())
                    .close();
        }
    }
}
