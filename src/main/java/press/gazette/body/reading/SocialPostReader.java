package press.gazette.body.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

import press.gazette.body.block.EmbedBlock;
import press.gazette.body.html.EmbedProviders;
import press.gazette.body.inline.Address;

/**
 * Reads posts of social networks in the HTML that their sites offer: a quotation, styled by a script, with the post's
 * address at its end.
 */
final class SocialPostReader {

    private static final Set<String> CLASSES = Set.of(
            "twitter-tweet",
            "twitter-video",
            "instagram-media",
            "tiktok-embed",
            "bluesky-embed",
            "mastodon-embed",
            "text-post-media",
            "fb-post",
            "fb-xfbml-parse-ignore",
            "reddit-embed-bq",
            "embedly-card");

    private static final List<String> ATTRIBUTES = List.of(
            "cite", "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url", "data-url", "data-href");

    /** UTF-16 units of a post's text in the fallback; longer text is cut. */
    private static final int LONGEST = 280;

    private SocialPostReader() {}

    static Optional<EmbedBlock> of(Element quote, LinkResolver links) {
        if (!quote.hasAttr("class") || quote.classNames().stream().noneMatch(CLASSES::contains)) {
            return Optional.empty();
        }
        String url = address(quote, links);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String words = quote.text().strip();
        return Optional.of(
                EmbedProviders.of(url, words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words));
    }

    private static String address(Element quote, LinkResolver links) {
        for (String attribute : ATTRIBUTES) {
            String url = quote.hasAttr(attribute) ? links.media(quote, attribute) : "";
            if (Address.isEmbed(url)) {
                return url;
            }
        }
        Elements anchors = quote.select("a[href]");
        for (int i = anchors.size() - 1; i >= 0; i--) {
            String url = links.media(anchors.get(i), "href");
            if (Address.isEmbed(url)) {
                return url;
            }
        }
        return "";
    }
}
