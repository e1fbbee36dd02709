package press.gazette.body.reading;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.Losses;
import press.gazette.body.html.DataAttribute;
import press.gazette.body.inline.Address;

/**
 * Turns addresses in a document into addresses that a body can hold. Relative ones are resolved against the address of
 * the document if that is known. A link that a body cannot hold is reported as a loss.
 */
public final class LinkResolver {

    /** Attributes with one address; those for scripts that load pictures late come first. */
    private static final List<String> SINGLE = List.of(
            "data-src",
            "data-lazy-src",
            "data-original",
            "data-lazy",
            "data-orig-file",
            "data-full-url",
            "data-large-file",
            "src");

    private static final List<String> SETS = List.of("data-srcset", "data-lazy-srcset", "srcset");

    /**
     * An address in a srcset with its width or density, and the height that some add to a width. Each stands where the
     * last one ends: a search from every character would take the square of the length.
     */
    private static final Pattern CANDIDATE =
            Pattern.compile("\\G[\\s,]*+(\\S*[^\\s,])(?:\\s+([0-9.]{1,9})[wx])?(?:\\s+[0-9]{1,9}h)?\\s*(?:,|$)");

    private final @Nullable URI base;
    private final Losses losses;

    /** Anchors reported as losses. An element equals only itself. */
    private final Set<Element> reported = new HashSet<>();

    /** @param base null or not an absolute web address: relative addresses are losses */
    public LinkResolver(@Nullable String base, Losses losses) {
        this.base = base == null || !Address.isEmbed(base) ? null : parsed(base);
        this.losses = losses;
    }

    /** The target of an anchor; null if it has no target or a body may not hold it, which is reported once. */
    @Nullable
    String link(Element anchor) {
        String href = link(anchor.attr("href"));
        if (href == null && !isEmpty(anchor.attr("href")) && reported.add(anchor)) {
            losses.add("link", ElementText.of(anchor));
        }
        return href;
    }

    /** The id of the article that an anchor of our own HTML leads to, whatever its address; null: none. */
    static @Nullable UUID article(Element anchor) {
        String id = anchor.attr(DataAttribute.ARTICLE).strip();
        return ID.matcher(id).matches() ? UUID.fromString(id) : null;
    }

    /** The target of a link with the text {@code near}; null if it has no target or a body may not hold it. */
    public @Nullable String link(String address, String near) {
        String href = link(address);
        if (href == null && !isEmpty(address)) {
            losses.add("link", near);
        }
        return href;
    }

    private static boolean isEmpty(String address) {
        return address.isBlank() || address.strip().equals("#");
    }

    private @Nullable String link(String address) {
        String href = resolved(address);
        return Address.isLink(href) ? href : null;
    }

    /** The address in the attribute; empty if a body may not hold it. */
    String media(Element element, String attribute) {
        String url = element.hasAttr(attribute) ? resolved(element.attr(attribute)) : "";
        return Address.isPicture(url) ? url : "";
    }

    /**
     * The address of a picture, including pictures that load late or come in several sizes; empty if a body may not
     * hold any.
     */
    String picture(Element img) {
        for (String attribute : SINGLE) {
            String url = media(img, attribute);
            if (!url.isEmpty()) {
                return url;
            }
        }
        String own = largestOf(img);
        Element parent = img.parent();
        if (!own.isEmpty() || parent == null || !parent.nameIs("picture")) {
            return own;
        }
        return parent.children().stream()
                .filter(child -> child.nameIs("source"))
                .map(this::largestOf)
                .filter(url -> !url.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String largestOf(Element element) {
        for (String attribute : SETS) {
            String url = element.hasAttr(attribute) ? largest(element.attr(attribute)) : "";
            if (!url.isEmpty()) {
                return url;
            }
        }
        return "";
    }

    private String largest(String set) {
        String best = "";
        double most = -1;
        Matcher candidates = CANDIDATE.matcher(set.length() > MOST_SET ? "" : set);
        while (candidates.find() && !candidates.group(1).isEmpty()) {
            double size = candidates.group(2) == null ? 0 : size(candidates.group(2));
            String url = resolved(candidates.group(1));
            if (size > most && Address.isPicture(url)) {
                most = size;
                best = url;
            }
        }
        return best;
    }

    private static double size(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** The address as a browser reads it, made absolute if the document's address is known. */
    public String resolved(String raw) {
        String address = Address.tidied(raw);
        if (address.startsWith("//")) {
            return "https:" + address;
        }
        boolean absolute = SCHEME.matcher(address).lookingAt();
        if (base == null || absolute || address.startsWith("#") || address.isEmpty()) {
            return address;
        }
        URI relative = parsed(address);
        return relative == null
                ? address
                : Address.tidied(base.resolve(relative).toString());
    }

    private static @Nullable URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException unusual) {
            return null;
        }
    }

    /** The form of a UUID (RFC 9562 §4). Other systems have numbers in the attribute. */
    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");

    /** UTF-16 units of a srcset; a longer one is ignored. */
    private static final int MOST_SET = 20_000;
}
