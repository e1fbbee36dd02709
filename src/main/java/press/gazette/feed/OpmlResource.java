package press.gazette.feed;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.RedirectsTracking;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.curation.reading.ListCard;
import press.gazette.delivery.Dated;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.FileResponse;
import press.gazette.feed.format.FeedFormat;
import press.gazette.feed.format.Publisher;
import press.gazette.feed.format.Rfc822;
import press.gazette.feed.format.Xml;
import press.gazette.response.CachePolicy;
import press.gazette.tag.TagLabel;

/** Lists all feeds in one file for feed readers (OPML 2.0), each once, as Atom. */
@RedirectsTracking
@Serves(Kind.DOCUMENT)
@Path("/feeds.opml")
@Tag(name = "Feeds")
public class OpmlResource {

    /** As many as feed readers can import; the vocabulary lists the rest. */
    private static final int MOST_TAGS = 5_000;

    private static final int MOST_LISTS = 500;

    private static final List<Subject> GROUPS = List.of(Subject.TAGS, Subject.LISTS, Subject.SITE);

    private final FeedPublisher publishers;
    private final PageUrls urls;
    private final Delivery delivery;
    private final Clock clock;

    OpmlResource(FeedPublisher publishers, PageUrls urls, Delivery delivery, Clock clock) {
        this.publishers = publishers;
        this.urls = urls;
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getFeedsAsOpml",
            summary = "All feeds",
            description =
                    "The feeds of all articles, of each curated list and of each tag, for import into a feed reader.")
    public RestResponse<byte[]> all() {
        return delivery.document(CachePolicy.VOCABULARY, () -> Dated.head(this::document, unused -> GROUPS));
    }

    private FileResponse document() {
        Publisher publisher = publishers.read(clock.instant());
        Xml xml = Xml.document("opml", Map.of("version", "2.0"));
        xml.open("head")
                .text("title", "Feeds of " + publisher.site())
                .text("dateModified", Rfc822.date(Ledger.lastChange(GROUPS).at()))
                .closeLine();
        xml.open("body").text("\n");
        String home = publisher.home();
        outline(xml, publisher.site(), FeedTopic.ARTICLES, home);
        ListCard.live(MOST_LISTS).forEach(list -> outline(xml, list.title(), "/feeds/lists/" + list.key(), home));
        TagLabel.visible(MOST_TAGS)
                .forEach(tag -> outline(
                        xml,
                        tag.name(),
                        FeedTopic.TAGS + tag.slug(),
                        urls.page(tag).orElse(home)));
        return new FileResponse(xml.close().close().bytes(), "text/x-opml;charset=UTF-8", List.of());
    }

    /** The attribute text may contain HTML (OPML 2.0), title is plain text. */
    private void outline(Xml xml, String title, String path, String page) {
        xml.open("outline")
                .with("type", "rss")
                .with("text", Xml.asHtml(title))
                .with("title", title)
                .with("xmlUrl", urls.absolute(path + "." + FeedFormat.ATOM.extension))
                .with("htmlUrl", page)
                .closeLine();
    }
}
