package press.gazette.feed.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Removal;
import press.gazette.json.Json;
import press.gazette.media.Picture;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;

/**
 * ninjs 3.1, the IPTC's news in JSON. A feed is a news object of the type composite and its articles are the associations;
 * those that have been taken away are among them as {@code canceled}, and nothing else is said of them.
 */
final class NinjsFeed {

    private static final Members STANDARD = new Members()
            .with("name", "ninjs")
            .with("version", "3.1")
            .with("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");

    private static final String USABLE = "usable";
    private static final String CANCELED = "canceled";
    private static final String PLAIN = "text/plain";

    private NinjsFeed() {}

    static byte[] write(Feed feed) {
        List<Members> associations = new ArrayList<>();
        feed.items().forEach(item -> associations.add(article(item, feed.publisher())));
        feed.removals().forEach(removal -> associations.add(canceled(removal)));
        return Json.bytes(new Members()
                .with("uri", feed.id())
                .with("standard", STANDARD)
                .with("type", "composite")
                .with("versionCreated", feed.updated().toString())
                .with("pubStatus", USABLE)
                .with("language", feed.language())
                .with("title", feed.title())
                .with("by", feed.publisher().name())
                .with("descriptions", List.of(text(null, PLAIN, feed.description())))
                .with("associations", associations));
    }

    private static Members article(FeedItem item, Publisher publisher) {
        Picture image = item.card().image();
        List<Members> people = named(item.card().contributors().stream(), "author", publisher);
        people.addAll(named(of(item, TagType.PERSON), "about", publisher));
        return new Members()
                .with("uri", item.urn())
                .with("name", "article")
                .with("type", "text")
                .with("representationType", item.html() == null ? "partial" : "full")
                .with("firstCreated", item.published().toString())
                .with("versionCreated", item.updated().toString())
                .with("pubStatus", USABLE)
                .with("usageTerms", item.rights())
                .with("language", item.card().language())
                .with("title", item.card().title())
                .with("by", item.card().byline())
                .with("slugline", item.card().slug())
                .with("headlines", headlines(item))
                .with("descriptions", texts("summary", item.card().standfirst()))
                .with("bodies", bodies(item))
                .with("people", people)
                .with("organisations", named(of(item, TagType.ORGANISATION), "about", publisher))
                .with("places", named(of(item, TagType.PLACE), "about", publisher))
                .with("subjects", named(subjects(item), "about", publisher))
                .with("infoSources", sources(item))
                .with("altIds", List.of(new Members().with("role", "link").with("value", item.url())))
                .with("associations", image == null ? null : List.of(picture(image, item, publisher)));
    }

    private static Members canceled(Removal removal) {
        return new Members()
                .with("uri", FeedItem.urn(removal.article()))
                .with("name", "article")
                .with("type", "text")
                .with("versionCreated", removal.at().toString())
                .with("pubStatus", CANCELED);
    }

    private static Members picture(Picture image, FeedItem item, Publisher publisher) {
        List<Members> renditions = new ArrayList<>();
        renditions.add(rendition("main", image.url(), image.width(), image.height(), publisher));
        image.renditions()
                .forEach(each ->
                        renditions.add(rendition(each.name(), each.url(), each.width(), each.height(), publisher)));
        List<Members> descriptions = new ArrayList<>(texts("caption", image.caption()));
        descriptions.addAll(texts("alt", image.alt()));
        return new Members()
                .with("uri", image.id() == null ? publisher.absolute(image.url()) : FeedItem.urn(image.id()))
                .with("name", "image")
                .with("type", "picture")
                .with("versionCreated", item.updated().toString())
                .with("pubStatus", USABLE)
                .with("by", image.credit())
                .with("descriptions", descriptions)
                .with("renditions", renditions);
    }

    private static Members rendition(String name, String path, int width, int height, Publisher publisher) {
        String url = publisher.absolute(path);
        return new Members()
                .with("name", name)
                .with("href", url)
                .with("contentType", PictureType.of(url))
                .with("width", width)
                .with("height", height);
    }

    private static List<Members> headlines(FeedItem item) {
        List<Members> headlines = texts("main", item.card().title());
        headlines.addAll(texts("kicker", item.card().kicker()));
        return headlines;
    }

    private static @Nullable List<Members> bodies(FeedItem item) {
        String body = item.body();
        return body == null
                ? null
                : List.of(text("main", "text/html", body)
                        .with("wordCount", item.card().wordCount()));
    }

    private static List<Members> sources(FeedItem item) {
        return Stream.ofNullable(item.source())
                .map(name -> new Members().with("name", name))
                .toList();
    }

    private static Stream<TagLabel> of(FeedItem item, TagType type) {
        return item.card().tags().stream().filter(tag -> tag.type() == type);
    }

    /** What is filed as neither person, place nor organisation. */
    private static Stream<TagLabel> subjects(FeedItem item) {
        return item.categories().stream().filter(tag -> switch (tag.type()) {
            case PERSON, PLACE, ORGANISATION -> false;
            case KEYWORD, SECTION, SERIES, CONTRIBUTOR, TONE -> true;
        });
    }

    private static List<Members> named(Stream<TagLabel> tags, String relation, Publisher publisher) {
        return new ArrayList<>(tags.map(tag -> new Members()
                        .with("name", tag.name())
                        .with("rel", relation)
                        .with("uri", publisher.uri(tag))
                        .with("literal", tag.slug()))
                .toList());
    }

    private static List<Members> texts(String role, @Nullable String value) {
        List<Members> texts = new ArrayList<>();
        if (value != null && !value.isEmpty()) {
            texts.add(text(role, PLAIN, value));
        }
        return texts;
    }

    private static Members text(@Nullable String role, String type, String value) {
        return new Members().with("role", role).with("contentType", type).with("value", value);
    }
}
