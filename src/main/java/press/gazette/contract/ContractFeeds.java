package press.gazette.contract;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The operations whose response is a document in a format of its own: feeds, sitemaps, OPML, JSON-LD and Markdown. */
final class ContractFeeds {

    private static final String NINJS = "NinjsFeed";

    /** The schema of each media type that is JSON; the others are text. */
    private static final Map<String, String> JSON = Map.of(
            "application/feed+json", "JsonFeed", "application/json", NINJS, "application/ld+json", "NewsArticle");

    private static final List<String> FEEDS =
            List.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json");

    private static final List<String> FILES = List.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/heic",
            "image/svg+xml",
            "audio/mpeg",
            "audio/mp4",
            "video/mp4",
            "application/pdf");

    /** The media types of the documents, by the beginnings of operation ids. */
    private static final Map<String, List<String>> DOCUMENTS = Map.of(
            "getFeedOf", FEEDS,
            "getArchiveOf", FEEDS,
            "getOriginalFile", FILES,
            "getArticleAsJsonLd", List.of("application/ld+json"),
            "getArticleAsMarkdown", List.of("text/markdown"),
            "getFeedsAsOpml", List.of("text/x-opml"),
            "getSitemap", List.of("application/xml"),
            "getNewsSitemap", List.of("application/xml"));

    private ContractFeeds() {}

    /** True if the response is such a document. All others are JSON, negotiated by Accept. */
    static boolean isDocument(Operation operation) {
        return !mediaTypes(operation).isEmpty();
    }

    /** The content of the document. */
    static Content content(Operation operation) {
        Content content = OASFactory.createContent();
        mediaTypes(operation)
                .forEach(type ->
                        content.addMediaType(type, OASFactory.createMediaType().schema(schema(type))));
        return content;
    }

    /** Describes the members of ninjs that every feed here has. The IPTC's own schema describes the rest. */
    static void addSchemas(Map<String, Schema> schemas) {
        schemas.put(
                NINJS,
                object("A feed in ninjs 3.1: a news object of the type composite. Its associations are the articles.")
                        .addProperty("uri", text("Names the feed."))
                        .addProperty(
                                "standard",
                                object("The standard that this follows.")
                                        .addProperty("name", text("ninjs."))
                                        .addProperty("version", text("Its version."))
                                        .addProperty("schema", text("The URL of the standard's schema.")))
                        .addProperty("type", text("composite."))
                        .addProperty("versionCreated", moment("The last change of anything in the feed."))
                        .addProperty("pubStatus", text("usable."))
                        .addProperty("title", text("The title of the feed."))
                        .addProperty(
                                "associations",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .description("The articles. Withdrawn ones have pubStatus canceled.")
                                        .items(OASFactory.createSchema().ref("NinjsItem")))
                        .required(List.of("uri", "standard", "type", "versionCreated", "pubStatus", "title")));
        schemas.put(
                "NinjsItem",
                object("An article in ninjs 3.1. A withdrawn one has only its uri, type and times.")
                        .addProperty("uri", text("urn:uuid: and the article's id, for ever."))
                        .addProperty("type", text("text."))
                        .addProperty("versionCreated", moment("The last significant edit, or the removal."))
                        .addProperty("pubStatus", text("usable, or canceled: remove it."))
                        .addProperty("title", text("The headline. Absent: withdrawn."))
                        .addProperty("language", text("BCP 47. Absent: withdrawn."))
                        .required(List.of("uri", "type", "versionCreated", "pubStatus")));
    }

    private static Schema schema(String mediaType) {
        String name = JSON.get(mediaType);
        return name == null ? Contract.text() : OASFactory.createSchema().ref(name);
    }

    private static List<String> mediaTypes(Operation operation) {
        return DOCUMENTS.entrySet().stream()
                .filter(each -> operation.getOperationId().startsWith(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static Schema object(String description) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(description)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
    }

    private static Schema text(String description) {
        return Contract.text().description(description);
    }

    private static Schema moment(String description) {
        return text(description).format("date-time");
    }
}
