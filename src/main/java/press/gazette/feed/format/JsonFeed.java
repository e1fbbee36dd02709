package press.gazette.feed.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.json.Json;
import press.gazette.media.Picture;

/** JSON Feed 1.1 with Gazette's extension in {@code _gazette}. */
@Schema(name = "JsonFeed", description = "A feed in JSON Feed 1.1. Gazette's extension is in _gazette.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") @Nullable String feedUrl,
        String description,
        @JsonProperty("next_url") @Nullable String nextUrl,
        @Nullable String icon,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Author> authors,
        String language,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Hub> hubs,
        @JsonProperty("_gazette") Extension gazette,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    @Schema(name = "JsonFeedAuthor", description = "Author of an item or of the feed.")
    record Author(String name) {}

    @Schema(name = "JsonFeedHub", description = "WebSub hub for subscriptions to the feed.")
    record Hub(String type, String url) {}

    /**
     * Gazette's extension of a feed.
     *
     * @param about the URL of its documentation
     * @param updated the time of the last change to anything in the feed, including removals
     * @param removed articles that were in it and have been removed; absent if there are none
     */
    @Schema(
            name = "JsonFeedExtension",
            description = "Gazette's extension of a feed: the time of the last change, and removed articles.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Extension(
            String about,
            String updated,
            @Nullable Boolean complete,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Removed> removed) {}

    @Schema(name = "JsonFeedRemoval", description = "An article that was in the feed and has been removed.")
    record Removed(String id, String at) {}

    /** JSON Feed 1.1 requires one of the two contents. */
    @Schema(name = "JsonFeedItem", description = "An article of a JSON Feed.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String id,
            String url,
            String title,

            @JsonProperty("content_html") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String contentHtml,

            @JsonProperty("content_text") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String contentText,

            @Nullable String summary,
            @Nullable String image,
            @JsonProperty("date_published") String datePublished,
            @JsonProperty("date_modified") String dateModified,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Author> authors,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
            String language,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
            @JsonProperty("_gazette") ItemExtension gazette) {}

    /**
     * A film or a sound.
     *
     * @param title absent if it has no caption, and if an earlier attachment has the same one: equal titles mean one
     *     recording in several files
     * @param durationInSeconds absent if unknown
     */
    @Schema(name = "JsonFeedAttachment", description = "A film or a sound of the article.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Attachment(
            String url,
            @JsonProperty("mime_type") String mimeType,
            @Nullable String title,
            @JsonProperty("duration_in_seconds") @Nullable Integer durationInSeconds) {}

    /** Gazette's extension of an item: terms of use, corrections, and details of the picture. */
    @Schema(
            name = "JsonFeedItemExtension",
            description = "Gazette's extension of an item: terms of use, corrections, and details of the picture.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ItemExtension(
            String about,
            @Nullable String kicker,
            @Nullable String source,
            @Nullable String rights,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> corrections,
            @Nullable ImageExtension image) {}

    @Schema(name = "JsonFeedNote", description = "A correction or another note to readers.")
    record Note(String at, Correction.Kind kind, String text) {}

    @Schema(name = "JsonFeedImage", description = "Details of the picture.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ImageExtension(
            int width,
            int height,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String alt,
            @Nullable String caption,
            @Nullable String credit) {}

    static byte[] write(Feed feed) {
        String about = feed.publisher().absolute("/docs");
        String hub = feed.link("hub");
        return Json.bytes(new JsonFeed(
                VERSION,
                feed.title(),
                feed.publisher().home(),
                feed.link("self"),
                feed.description(),
                feed.link("next"),
                feed.publisher().logoUrl(),
                List.of(new Author(feed.publisher().name())),
                feed.language(),
                hub == null ? List.of() : List.of(new Hub("WebSub", hub)),
                new Extension(
                        about,
                        feed.updated().toString(),
                        feed.extent() == Feed.Extent.COMPLETE ? true : null,
                        feed.removals().stream()
                                .map(removal -> new Removed(
                                        FeedItem.urn(removal.article()),
                                        removal.at().toString()))
                                .toList()),
                feed.items().stream()
                        .map(item -> item(item, feed.publisher(), about))
                        .toList()));
    }

    private static Item item(FeedItem item, Publisher publisher, String about) {
        Picture image = item.card().image();
        String body = item.body();
        return new Item(
                item.urn(),
                item.url(),
                item.card().title(),
                body,
                body == null ? item.text() : null,
                item.card().standfirst(),
                image == null ? null : publisher.absolute(image.url()),
                item.published().toString(),
                item.updated().toString(),
                item.authors().stream().map(Author::new).toList(),
                item.categories().stream().map(tag -> tag.name()).toList(),
                item.card().language(),
                attachments(item),
                new ItemExtension(
                        about,
                        item.card().kicker(),
                        item.source(),
                        item.rights(),
                        item.corrections().stream()
                                .map(note -> new Note(FeedItem.date(note.at()), note.kind(), note.text()))
                                .toList(),
                        image == null
                                ? null
                                : new ImageExtension(
                                        image.width(), image.height(), image.alt(), image.caption(), image.credit())));
    }

    /** Media of unknown types are left out, since an attachment requires its type. */
    private static List<Attachment> attachments(FeedItem item) {
        Set<String> titles = new HashSet<>();
        List<Attachment> attachments = new ArrayList<>();
        for (FeedMedia medium : item.playable()) {
            String type = medium.type();
            if (type != null) {
                String title = medium.caption() == null || titles.add(medium.caption()) ? medium.caption() : null;
                attachments.add(new Attachment(medium.url(), type, title, medium.duration()));
            }
        }
        return attachments;
    }
}
