package press.gazette.feed.format;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.media.Picture;

/** Writes the pictures, films and sound of an item as associations in ninjs. */
final class NinjsMedia {

    /** The names of the associations, for people: the place of each in the article. */
    private static final String LEAD = "image";

    private static final String OF_GALLERY = "gallery";

    private NinjsMedia() {}

    /** The lead picture, then the media of the body. */
    static List<JsonMembers> of(FeedItem item, Publisher publisher) {
        List<JsonMembers> associations = new ArrayList<>();
        Picture image = item.card().image();
        if (image != null) {
            FeedMedia lead = FeedMedia.of(image, publisher);
            List<JsonMembers> renditions = new ArrayList<>(renditions(lead));
            image.renditions()
                    .forEach(each -> renditions.add(picture(each.name(), publisher.absolute(each.url()))
                            .with("width", each.width())
                            .with("height", each.height())));
            associations.add(association(LEAD, lead, item).with("renditions", renditions));
        }
        for (FeedMedia medium : item.media()) {
            String name = medium.isPlayable() ? medium.kind().ninjs() : OF_GALLERY;
            associations.add(association(name, medium, item).with("renditions", renditions(medium)));
        }
        return associations;
    }

    private static JsonMembers association(String name, FeedMedia medium, FeedItem item) {
        List<JsonMembers> descriptions = NinjsFeed.texts("caption", medium.caption());
        descriptions.addAll(NinjsFeed.texts("alt", medium.alt()));
        return new JsonMembers()
                .with("uri", medium.uri())
                .with("name", name)
                .with("type", medium.kind().ninjs())
                .with("versionCreated", item.updated().toString())
                .with("pubStatus", NinjsFeed.USABLE)
                .with("by", medium.credit())
                .with("descriptions", descriptions);
    }

    /** The file itself, and the picture shown before a film plays. */
    private static List<JsonMembers> renditions(FeedMedia medium) {
        List<JsonMembers> renditions = new ArrayList<>();
        renditions.add(rendition("main", medium.url(), medium.type())
                .with("width", medium.width())
                .with("height", medium.height())
                .with("duration", medium.duration()));
        if (medium.poster() != null) {
            renditions.add(picture("preview", medium.poster()));
        }
        return renditions;
    }

    private static JsonMembers picture(String name, String url) {
        return rendition(name, url, MediaKind.PICTURE.type(url));
    }

    private static JsonMembers rendition(String name, String url, @Nullable String type) {
        return new JsonMembers().with("name", name).with("href", url).with("contentType", type);
    }
}
