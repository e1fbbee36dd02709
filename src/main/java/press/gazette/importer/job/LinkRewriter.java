package press.gazette.importer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

import press.gazette.forwarding.OldPath;
import press.gazette.importer.item.Note;

/** Turns links to pages of the former site into links to articles by their ids, which keep leading there. */
final class LinkRewriter {

    private static final Pattern HREF = Pattern.compile("(?is)(<a\\b[^>]*?\\s)href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern HOST = Pattern.compile("(?i)^(?:https?:)?//(?:www\\.)?([^/?#:]+)");

    /** Files of the former site are no articles. */
    private static final Pattern FILE =
            Pattern.compile("(?i)/wp-content/|\\.(?:jpe?g|png|gif|webp|avif|pdf|mp3|mp4|zip|docx?|xlsx?)$");

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
    LinkRewriter(List<String> hosts, Set<OldPath> expected) {
        this.hosts = hosts;
        this.expected = expected;
    }

    /**
     * The HTML with links to articles.
     *
     * @param articles the article that an old address leads to
     */
    String rewrite(String html, Function<OldPath, Optional<UUID>> articles) {
        return HREF.matcher(html).replaceAll(link -> {
            String href = Parser.unescapeEntities(link.group(2) == null ? link.group(3) : link.group(2), true)
                    .strip();
            Optional<OldPath> path = isOfSite(href) ? OldPath.of(href) : Optional.empty();
            if (path.isEmpty()
                    || path.get().value().equals("/")
                    || FILE.matcher(path.get().value()).find()) {
                return Matcher.quoteReplacement(link.group());
            }
            Optional<UUID> article = articles.apply(path.get());
            if (article.isEmpty()) {
                if (!expected.contains(path.get())) {
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

    private boolean isOfSite(String href) {
        if (href.startsWith("/") && !href.startsWith("//")) {
            return true;
        }
        Matcher host = HOST.matcher(href);
        return host.find() && hosts.contains(host.group(1));
    }

    /** Links to pages of the former site that no article had. */
    boolean hasUnknown() {
        return unknown.stream().anyMatch(note -> note.code().equals(DEAD));
    }

    static boolean isOfLinks(Note note) {
        return note.code().equals(DEAD) || note.code().equals(FRAGMENT);
    }

    List<Note> notes() {
        return unknown;
    }
}
