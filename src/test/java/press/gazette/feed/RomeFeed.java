package press.gazette.feed;

import static io.restassured.RestAssured.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;

/** A feed as ROME reads it. */
final class RomeFeed {

    private RomeFeed() {}

    static SyndFeed at(String url) {
        byte[] bytes = when().get(url).asByteArray();
        try {
            return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
        } catch (IOException | FeedException e) {
            throw new AssertionError("ROME cannot read " + url, e);
        }
    }

    /** An article in the feed of all articles. */
    static SyndEntry entry(String extension, String id) {
        return at("/feeds/articles." + extension).getEntries().stream()
                .filter(entry -> entry.getUri().endsWith(id))
                .findFirst()
                .orElseThrow();
    }

    /** The elements {@code media:content} of an article; empty if there are none. */
    static List<MediaContent> media(SyndEntry entry) {
        MediaEntryModule module = (MediaEntryModule) entry.getModule(MediaModule.URI);
        return module == null ? List.of() : List.of(module.getMediaContents());
    }
}
