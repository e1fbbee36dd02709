package press.gazette.importer.writer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import press.gazette.forwarding.OldPath;
import press.gazette.importer.item.Note;

/** Turns links to pages of the former site into links to articles by their ids, which keep leading there. */
public final class LinkRewriter {

    private static final Pattern HREF = Pattern.compile("(?is)(<a\\b[^>]*?\\s)href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern HOST = Pattern.compile("(?i)^(?:https?:)?//(?:www\\.)?([^/?#:]+)");

    /** Files of the former site are no articles. */
    private static final Pattern FILE =
            Pattern.compile("(?i)/wp-content/|\\.(?:jpe?g|png|gif|webp|avif|pdf|mp3|mp4|zip|docx?|xlsx?)$");

    /** An address of a page by its id in WordPress. */
    private static final Pattern PAGE_BY_ID = Pattern.compile("[?&]((?:p|page_id)=\\d+)");

    /** A link relative to the page: no scheme, no host, not from the root, no place within the page. */
    private static final Pattern RELATIVE = Pattern.compile("^(?![a-zA-Z][a-zA-Z0-9+.-]*:|/|#|$)");

    private static final String DEAD = "dead-link";
    private static final String FRAGMENT = "link-fragment";

    private final List<String> hosts;
    private final Set<OldPath> expected;
    private final List<Note> unknown = new ArrayList<>();

    /**
     * Prepares the rewriting of one body.
     *
     * @param hosts of the former site, without www
     * @param expected paths that will lead to articles
     */
    public LinkRewriter(List<String> hosts, Set<OldPath> expected) {
        this.hosts = hosts;
        this.expected = expected;
    }

    /**
     * The HTML with links to articles.
     *
     * @param base the address of the page; null: relative links stay
     * @param articles the article that an old address leads to
     */
    String rewrite(String html, @Nullable String base, Function<OldPath, Optional<UUID>> articles) {
        return HREF.matcher(html).replaceAll(link -> {
            String href = Parser.unescapeEntities(link.group(2) == null ? link.group(3) : link.group(2), true)
                    .strip();
            Optional<OldPath> path = path(href, base);
            if (path.isEmpty()
                    || path.get().value().equals("/")
                    || FILE.matcher(path.get().value()).find()) {
                return Matcher.quoteReplacement(link.group());
            }
            List<OldPath> forms = forms(path.get());
            Optional<UUID> article = forms.stream()
                    .flatMap(form -> articles.apply(form).stream())
                    .findFirst();
            if (article.isEmpty()) {
                if (forms.stream().noneMatch(expected::contains)) {
                    unknown.add(new Note(DEAD, href));
                }
                return Matcher.quoteReplacement(link.group());
            }
            if (href.indexOf('#') >= 0) {
                unknown.add(new Note(FRAGMENT, href));
            }
            return Matcher.quoteReplacement(link.group(1) + "data-article=\"" + article.get() + "\"");
        });
    }

    /** The path of a page of the former site by its address; empty: it is elsewhere. */
    Optional<OldPath> pathOf(String address) {
        return path(address, null);
    }

    /** The path of a page of the former site; empty: the link leads elsewhere. */
    private Optional<OldPath> path(String href, @Nullable String base) {
        if (href.startsWith("?") && PAGE_BY_ID.matcher(href).find()) {
            return OldPath.of("/" + href);
        }
        String whole = href;
        if (RELATIVE.matcher(href).find() && base != null && !base.isEmpty()) {
            try {
                whole = URI.create(base).resolve(href).toString();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return isOfSite(whole) ? OldPath.of(whole) : Optional.empty();
    }

    /** The forms of an address that show the same page: parameters count only where they name it. */
    private static List<OldPath> forms(OldPath path) {
        String text = path.value();
        int mark = text.indexOf('?');
        Matcher id = PAGE_BY_ID.matcher(text);
        if (mark < 0) {
            return List.of(path);
        }
        Optional<OldPath> other = id.find() ? OldPath.of("/?" + id.group(1)) : OldPath.of(text.substring(0, mark));
        return Stream.concat(Stream.of(path), other.stream()).toList();
    }

    private boolean isOfSite(String href) {
        if (href.startsWith("/") && !href.startsWith("//")) {
            return true;
        }
        Matcher host = HOST.matcher(href);
        return host.find() && hosts.contains(host.group(1).toLowerCase(Locale.ROOT));
    }

    /** Links to pages of the former site that no article had. */
    boolean hasUnknown() {
        return unknown.stream().anyMatch(note -> note.code().equals(DEAD));
    }

    public static boolean isOfLinks(Note note) {
        return note.code().equals(DEAD) || note.code().equals(FRAGMENT);
    }

    List<Note> notes() {
        return unknown;
    }
}
