package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import press.gazette.feed.format.FeedFormat;

/**
 * A feed as parsed by a test, in any format.
 *
 * @param removed ids of removed articles
 * @param updated the feed's own date, as written
 * @param self its own URL; for ninjs, the URL in the header
 * @param next the URL of the next page; null on the last one
 */
record ReadFeed(List<Item> items, List<String> removed, String updated, String self, String next, Response response) {

    /**
     * An article in the feed.
     *
     * @param id without {@code urn:uuid:}
     * @param published as written
     * @param updated as written
     */
    record Item(String id, String url, String title, String published, String updated, String summary, String html) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static ReadFeed at(String path, FeedFormat format) {
        return atUrl(path + "." + format.extension);
    }

    /** @param url absolute, or from the root */
    static ReadFeed atUrl(String url) {
        String path = url.replaceFirst("^https?://[^/]+", "");
        Response response = given().urlEncodingEnabled(false).get(path);
        response.then().statusCode(200);
        String extension = path.replaceAll("\\?.*", "").replaceAll(".*\\.", "");
        try {
            return switch (FeedFormat.parse(extension)) {
                case RSS -> rss(response);
                case ATOM -> atom(response);
                case JSON -> json(response);
                case NINJS -> ninjs(response);
            };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> ids() {
        return items.stream().map(Item::id).toList();
    }

    Item item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    /** The text that an HTML reader shows; fails if the HTML has any elements. */
    static String plain(String html) {
        if (html == null) {
            return null;
        }
        List<Node> nodes = Jsoup.parse(html).body().childNodes();
        assertThat(nodes).as(html).allMatch(TextNode.class::isInstance);
        return nodes.stream().map(node -> ((TextNode) node).getWholeText()).collect(Collectors.joining());
    }

    static Document xml(byte[] bytes) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    private static ReadFeed rss(Response response) {
        Element channel =
                all(xml(response.asByteArray()).getDocumentElement(), "channel").get(0);
        return new ReadFeed(
                all(channel, "item").stream()
                        .map(item -> new Item(
                                uuid(text(item, "guid")),
                                text(item, "link"),
                                text(item, "title"),
                                text(item, "pubDate"),
                                text(item, "atom:updated"),
                                plain(text(item, "description")),
                                text(item, "content:encoded")))
                        .toList(),
                List.of(),
                text(channel, "lastBuildDate"),
                link(channel, "atom:link", "self"),
                link(channel, "atom:link", "next"),
                response);
    }

    private static ReadFeed atom(Response response) {
        Element feed = xml(response.asByteArray()).getDocumentElement();
        return new ReadFeed(
                all(feed, "entry").stream()
                        .map(entry -> new Item(
                                uuid(text(entry, "id")),
                                link(entry, "link", "alternate"),
                                text(entry, "title"),
                                text(entry, "published"),
                                text(entry, "updated"),
                                text(entry, "summary"),
                                text(entry, "content")))
                        .toList(),
                all(feed, "at:deleted-entry").stream()
                        .map(deleted -> uuid(deleted.getAttribute("ref")))
                        .toList(),
                text(feed, "updated"),
                link(feed, "link", "self"),
                link(feed, "link", "next"),
                response);
    }

    private static ReadFeed json(Response response) throws IOException {
        JsonNode feed = JSON.readTree(response.asByteArray());
        return new ReadFeed(
                list(
                        feed.path("items"),
                        item -> new Item(
                                uuid(item.path("id").asText()),
                                item.path("url").asText(),
                                item.path("title").asText(),
                                item.path("date_published").asText(),
                                item.path("date_modified").asText(),
                                item.path("summary").textValue(),
                                item.path("content_html").textValue())),
                list(
                        feed.at("/_gazette/removed"),
                        removed -> uuid(removed.path("id").asText())),
                feed.at("/_gazette/updated").asText(),
                feed.path("feed_url").asText(),
                feed.path("next_url").textValue(),
                response);
    }

    private static ReadFeed ninjs(Response response) throws IOException {
        JsonNode feed = JSON.readTree(response.asByteArray());
        List<Item> usable = new ArrayList<>();
        List<String> canceled = new ArrayList<>();
        for (JsonNode object : feed.path("associations")) {
            if (object.path("pubStatus").asText().equals("canceled")) {
                canceled.add(uuid(object.path("uri").asText()));
            } else {
                usable.add(new Item(
                        uuid(object.path("uri").asText()),
                        object.at("/altIds/0/value").asText(),
                        object.path("title").asText(),
                        object.path("firstCreated").asText(),
                        object.path("versionCreated").asText(),
                        object.at("/descriptions/0/value").textValue(),
                        object.at("/bodies/0/value").textValue()));
            }
        }
        String links = String.valueOf(response.header("Link"));
        return new ReadFeed(
                usable,
                canceled,
                feed.path("versionCreated").asText(),
                header(links, "self"),
                header(links, "next"),
                response);
    }

    private static String header(String links, String relation) {
        for (String link : links.split(", (?=<)", -1)) {
            if (link.contains("rel=\"" + relation + "\"")) {
                return link.substring(1, link.indexOf('>'));
            }
        }
        return null;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    private static String uuid(String urn) {
        if (!urn.startsWith("urn:uuid:")) {
            throw new AssertionError("not a name for ever: " + urn);
        }
        return urn.substring("urn:uuid:".length());
    }

    /** The children with that name. */
    private static List<Element> all(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element
                    && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return all(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse(null);
    }

    private static String link(Element parent, String name, String relation) {
        return all(parent, name).stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElse(null);
    }
}
