package press.gazette.feed.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Removal;
import press.gazette.json.Json;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;
import press.gazette.tag.reading.Contributor;

/**
 * ninjs 3.1, the IPTC's JSON format for news. A feed is a news object of the type composite; its articles are the
 * associations. Removed articles are among them as {@code canceled}, with no other content.
 */
final class NinjsFeed {

    private static final JsonMembers STANDARD = new JsonMembers()
            .with("name", "ninjs")
            .with("version", "3.1")
            .with("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");

    static final String USABLE = "usable";
    private static final String CANCELED = "canceled";
    private static final String PLAIN = "text/plain";

    private NinjsFeed() {}

    static byte[] write(Feed feed) {
        List<JsonMembers> associations = new ArrayList<>();
        feed.items().forEach(item -> associations.add(article(item, feed.publisher())));
        feed.removals().forEach(removal -> associations.add(canceled(removal)));
        return Json.bytes(new JsonMembers()
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

    private static JsonMembers article(FeedItem item, Publisher publisher) {
        List<JsonMembers> people =
                named(item.card().contributors().stream().map(Contributor::label), "author", publisher);
        people.addAll(named(of(item, TagType.PERSON), "about", publisher));
        return new JsonMembers()
                .with("uri", item.urn())
                .with("name", "article")
                .with("type", "text")
                .with("representationType", item.html() == null || item.truncated() ? "partial" : "full")
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
                .with("altIds", List.of(new JsonMembers().with("role", "link").with("value", item.url())))
                .with("associations", associations(item, publisher));
    }

    /** The pictures, films and sound, then the translations: ninjs has no member of its own for these. */
    private static List<JsonMembers> associations(FeedItem item, Publisher publisher) {
        List<JsonMembers> all = new ArrayList<>(NinjsMedia.of(item, publisher));
        item.translations().forEach(each -> all.add(translation(each)));
        return all;
    }

    private static JsonMembers translation(FeedItem.Alternate page) {
        return new JsonMembers()
                .with("uri", page.url())
                .with("name", "translation")
                .with("type", "text")
                .with("representationType", "partial")
                .with("pubStatus", USABLE)
                .with("language", page.language());
    }

    private static JsonMembers canceled(Removal removal) {
        return new JsonMembers()
                .with("uri", FeedItem.urn(removal.article()))
                .with("name", "article")
                .with("type", "text")
                .with("versionCreated", removal.at().toString())
                .with("pubStatus", CANCELED);
    }

    private static List<JsonMembers> headlines(FeedItem item) {
        List<JsonMembers> headlines = texts("main", item.card().title());
        headlines.addAll(texts("kicker", item.card().kicker()));
        return headlines;
    }

    private static @Nullable List<JsonMembers> bodies(FeedItem item) {
        String body = item.body();
        return body == null
                ? null
                : List.of(text("main", "text/html", body)
                        .with("wordCount", item.card().wordCount()));
    }

    private static List<JsonMembers> sources(FeedItem item) {
        return Stream.ofNullable(item.source())
                .map(name -> new JsonMembers().with("name", name))
                .toList();
    }

    private static Stream<TagLabel> of(FeedItem item, TagType type) {
        return item.card().tags().stream().filter(tag -> tag.type() == type);
    }

    /** Tags of all types other than person, place and organisation. */
    private static Stream<TagLabel> subjects(FeedItem item) {
        return item.categories().stream().filter(tag -> switch (tag.type()) {
            case PERSON, PLACE, ORGANISATION -> false;
            case KEYWORD, SECTION, SERIES, CONTRIBUTOR, TONE -> true;
        });
    }

    private static List<JsonMembers> named(Stream<TagLabel> tags, String relation, Publisher publisher) {
        return new ArrayList<>(tags.map(tag -> new JsonMembers()
                        .with("name", tag.name())
                        .with("rel", relation)
                        .with("uri", publisher.uri(tag))
                        .with("literal", tag.slug()))
                .toList());
    }

    /** The texts of a role: one, or none if the value is null or empty. */
    static List<JsonMembers> texts(String role, @Nullable String value) {
        List<JsonMembers> texts = new ArrayList<>();
        if (value != null && !value.isEmpty()) {
            texts.add(text(role, PLAIN, value));
        }
        return texts;
    }

    private static JsonMembers text(@Nullable String role, String type, String value) {
        return new JsonMembers().with("role", role).with("contentType", type).with("value", value);
    }
}
