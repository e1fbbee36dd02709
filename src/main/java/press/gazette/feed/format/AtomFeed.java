package press.gazette.feed.format;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Removal;
import press.gazette.tag.TagLabel;

/** Atom (RFC 4287) with tombstones (RFC 6721), paging and archives (RFC 5005), and Media RSS. */
final class AtomFeed {

    static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private AtomFeed() {}

    static byte[] write(Feed feed) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("xmlns", NAMESPACE);
        attributes.put("xmlns:at", TOMBSTONES);
        attributes.put("xmlns:dc", RssFeed.DUBLIN_CORE);
        attributes.put("xmlns:fh", HISTORY);
        attributes.put("xmlns:gazette", CorrectionElements.NAMESPACE);
        attributes.put("xmlns:media", MediaRss.NAMESPACE);
        Xml xml = Xml.document("feed", attributes).with("xml:lang", feed.language());
        xml.text("\n").text("id", feed.id());
        plain(xml, "title", feed.title());
        plain(xml, "subtitle", feed.description());
        xml.text("updated", feed.updated().toString());
        xml.open("author").text("name", feed.publisher().name()).close();
        xml.text("generator", "Gazette");
        link(xml, "alternate", "text/html", feed.publisher().home());
        feed.links().forEach(link -> link(xml, link.relation(), link.type(), link.url()));
        extent(xml, feed);
        xml.text("\n");
        for (Removal removal : feed.removals()) {
            xml.open("at:deleted-entry")
                    .with("ref", FeedItem.urn(removal.article()))
                    .with("when", removal.at().toString())
                    .closeLine();
        }
        feed.items().forEach(item -> entry(xml, item, feed.publisher()));
        return xml.close().bytes();
    }

    /** The extent elements of RFC 5005, which RSS uses too. */
    static void extent(Xml xml, Feed feed) {
        switch (feed.extent()) {
            case COMPLETE -> xml.open("fh:complete").close();
            case ARCHIVE -> xml.open("fh:archive").close();
            case PAGE -> {}
        }
    }

    private static void entry(Xml xml, FeedItem item, Publisher publisher) {
        xml.open("entry").with("xml:lang", item.card().language());
        xml.text("id", item.urn());
        plain(xml, "title", item.card().title());
        item.translations().forEach(page -> translation(xml, page));
        item.playable().forEach(medium -> enclosure(xml, medium));
        // The article's own page comes last: some feed readers open the last link, whatever its relation.
        link(xml, "alternate", "text/html", item.url());
        xml.text("published", item.published().toString())
                .text("updated", item.updated().toString());
        item.authors().forEach(name -> xml.open("author").text("name", name).close());
        for (TagLabel tag : item.categories()) {
            xml.open("category")
                    .with("scheme", publisher.scheme(tag))
                    .with("term", tag.slug())
                    .with("label", tag.name())
                    .close();
        }
        plain(xml, "summary", item.card().standfirst());
        String body = item.body();
        if (body != null) {
            xml.open("content").with("type", "html").html(body).close();
        }
        plain(xml, "rights", item.rights());
        xml.text("dc:source", item.source());
        CorrectionElements.write(xml, item);
        MediaRss.write(xml, item, publisher);
        xml.closeLine();
    }

    /** Related rather than alternate: an entry has one page of its own (RFC 4287 §4.2.7.2). */
    private static void translation(Xml xml, FeedItem.Alternate page) {
        xml.open("link")
                .with("rel", "related")
                .with("type", "text/html")
                .with("hreflang", page.language())
                .with("href", page.url())
                .close();
    }

    /** A related file that may be large (RFC 4287 §4.2.7.2). Its length is unknown. */
    private static void enclosure(Xml xml, FeedMedia medium) {
        xml.open("link")
                .with("rel", "enclosure")
                .with("type", medium.type())
                .with("href", medium.url())
                .with("title", medium.caption())
                .close();
    }

    /** A text construct (RFC 4287 §3.1) marked as plain text, for readers that would guess; null writes no element. */
    private static void plain(Xml xml, String name, @Nullable String text) {
        if (text != null) {
            xml.open(name).with("type", "text").text(text).close();
        }
    }

    private static void link(Xml xml, String relation, @Nullable String type, String url) {
        xml.open("link")
                .with("rel", relation)
                .with("type", type)
                .with("href", url)
                .close();
    }
}
