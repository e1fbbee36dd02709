package press.gazette.feed;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.curation.reading.ListCard;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.CachePolicy;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Document;
import press.gazette.delivery.admission.RedirectsTracking;
import press.gazette.feed.format.FeedFormat;
import press.gazette.feed.format.Rfc822;
import press.gazette.feed.format.Xml;
import press.gazette.tag.TagLabel;

/** All feeds in one file that feed readers import (OPML 2.0), each once, in Atom. */
@RedirectsTracking
@Path("/feeds.opml")
@Tag(name = "Feeds")
public class OpmlResource {

    /** What readers still import; the vocabulary has the rest. */
    private static final int MOST_TAGS = 5_000;

    private static final int MOST_LISTS = 500;

    private static final List<Subject> GROUPS = List.of(Subject.TAGS, Subject.LISTS);

    private final Site site;
    private final Delivery delivery;

    OpmlResource(Site site, Delivery delivery) {
        this.site = site;
        this.delivery = delivery;
    }

    @GET
    @Operation(
            operationId = "getFeedsAsOpml",
            summary = "All feeds",
            description =
                    "The feeds of everything, of each curated list and of each tag, to import into a feed reader.")
    public RestResponse<byte[]> all() {
        return delivery.document(CachePolicy.VOCABULARY, () -> AsOf.head(this::document, unused -> GROUPS));
    }

    private Document document() {
        Xml xml = Xml.document("opml", Map.of("version", "2.0"));
        xml.open("head")
                .text("title", "Feeds of " + site.publisher().name())
                .text("dateModified", Rfc822.date(Ledger.lastChange(GROUPS).at()))
                .closeLine();
        xml.open("body").text("\n");
        String home = site.publisher().home();
        outline(xml, site.publisher().name(), FeedTopic.ARTICLES, home);
        ListCard.live(MOST_LISTS).forEach(list -> outline(xml, list.title(), "/feeds/lists/" + list.key(), home));
        TagLabel.visible(MOST_TAGS)
                .forEach(tag -> outline(xml, tag.name(), FeedTopic.TAGS + tag.slug(), site.pageOfTag(tag.slug())));
        return new Document(xml.close().close().bytes(), "text/x-opml;charset=UTF-8", List.of());
    }

    /** The attribute text may hold HTML (OPML 2.0), title is plain text. */
    private void outline(Xml xml, String title, String path, String page) {
        xml.open("outline")
                .with("type", "rss")
                .with("text", Xml.asHtml(title))
                .with("title", title)
                .with("xmlUrl", site.here(path + "." + FeedFormat.ATOM.extension))
                .with("htmlUrl", page)
                .closeLine();
    }
}
