package press.gazette.body.assembly;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.inline.Span;

/** The places in a document that links lead to and that its body does not have. */
public final class LostPlaces {

    private final Set<String> places;
    private final Losses losses;

    /** @param places the ids in the document; links to others led nowhere before */
    public LostPlaces(Set<String> places, Losses losses) {
        this.places = places;
        this.losses = losses;
    }

    /** Reports each link to such a place, once for all spans of a link. */
    public void report(List<Block> blocks) {
        Set<String> kept = BodyBounds.ids(blocks);
        for (Block block : blocks) {
            block.texts().forEach(text -> report(text, kept));
            block.pictures()
                    .filter(picture -> isLost(picture.link(), kept))
                    .map(ImageBlock::alt)
                    .forEach(alt -> losses.add("anchor", alt));
        }
    }

    private void report(List<Span> text, Set<String> kept) {
        String before = null;
        for (Span span : text) {
            String href = span.href();
            if (href != null && !href.equals(before) && isLost(href, kept)) {
                losses.add("anchor", span.text());
            }
            before = href;
        }
    }

    private boolean isLost(@Nullable String href, Set<String> kept) {
        if (href == null || !href.startsWith("#")) {
            return false;
        }
        String id = href.substring(1);
        String plain = decoded(id);
        return (places.contains(id) || places.contains(plain)) && !kept.contains(id) && !kept.contains(plain);
    }

    /** The id as the document has it; links percent-encode its blanks and the like. */
    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return id;
        }
    }
}
