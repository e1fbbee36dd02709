package press.gazette.feed.format;

import press.gazette.article.Correction;

/**
 * Notes to readers in XML. Neither RSS nor Atom has an element for them, and both take foreign ones (RFC 4287 §6.4: a
 * structured extension element), so there is one of ours: {@code gazette:correction}, with its kind and time as attributes and
 * plain text in it.
 */
final class Corrections {

    /** A name and no address: it is the same for every newsroom, for ever. */
    static final String NAMESPACE = "urn:uuid:5c1b0a52-9d0e-4c9b-8a57-0f6a3d2f7e41";

    private Corrections() {}

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
