package press.gazette.feed.format;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.tag.TagLabel;

/**
 * RSS 2.0 with the profile of the RSS Advisory Board: description before content:encoded, authors as dc:creator, and
 * Atom's links for those that RSS lacks. Descriptions are HTML, titles are plain text. RSS cannot express removals.
 */
final class RssFeed {

    static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String UNKNOWN_LENGTH = "0";

    private RssFeed() {}

    static byte[] write(Feed feed) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("version", "2.0");
        attributes.put("xmlns:atom", AtomFeed.NAMESPACE);
        attributes.put("xmlns:content", CONTENT);
        attributes.put("xmlns:dc", DUBLIN_CORE);
        attributes.put("xmlns:fh", AtomFeed.HISTORY);
        attributes.put("xmlns:gazette", CorrectionElements.NAMESPACE);
        attributes.put("xmlns:media", MediaRss.NAMESPACE);
        Xml xml = Xml.document("rss", attributes).open("channel");
        xml.text("\n").text("title", feed.title()).text("link", feed.publisher().home());
        xml.open("description").plainAsHtml(feed.description()).close().text("language", feed.language());
        xml.text("lastBuildDate", Rfc822.date(feed.updated())).text("generator", "Gazette");
        for (FeedLink link : feed.links()) {
            xml.open("atom:link")
                    .with("rel", link.relation())
                    .with("type", link.type())
                    .with("href", link.url())
                    .close();
        }
        AtomFeed.extent(xml, feed);
        image(xml, feed);
        xml.text("\n");
        feed.items().forEach(item -> item(xml, item, feed.publisher()));
        return xml.close().close().bytes();
    }

    /** The logo. RSS asks for the words of the channel beside it. */
    private static void image(Xml xml, Feed feed) {
        String logo = feed.publisher().logoUrl();
        if (logo != null) {
            xml.open("image")
                    .text("url", logo)
                    .text("title", feed.title())
                    .text("link", feed.publisher().home())
                    .close();
        }
    }

    private static void item(Xml xml, FeedItem item, Publisher publisher) {
        xml.open("item")
                .text("title", item.card().title())
                .text("link", item.url())
                .open("guid")
                .with("isPermaLink", "false")
                .text(item.urn())
                .close();
        xml.text("pubDate", Rfc822.date(item.published()))
                .text("atom:updated", item.updated().toString());
        item.authors().forEach(name -> xml.text("dc:creator", name));
        for (TagLabel tag : item.categories()) {
            xml.open("category")
                    .with("domain", publisher.scheme(tag))
                    .text(tag.name())
                    .close();
        }
        xml.open("description").plainAsHtml(item.text()).close();
        String body = item.body();
        if (body != null) {
            xml.open("content:encoded").html(body).close();
        }
        xml.text("dc:language", item.card().language()).text("dc:source", item.source());
        xml.text("dc:rights", item.rights());
        CorrectionElements.write(xml, item);
        enclosure(xml, item.enclosure());
        MediaRss.write(xml, item, publisher);
        xml.closeLine();
    }

    /** The profile asks for one enclosure at most, and for the length 0 if it is unknown. */
    private static void enclosure(Xml xml, @Nullable FeedMedia medium) {
        if (medium != null) {
            xml.open("enclosure")
                    .with("url", medium.url())
                    .with("length", UNKNOWN_LENGTH)
                    .with("type", medium.type())
                    .close();
        }
    }
}
