package press.gazette.importer.wordpress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import press.gazette.importer.item.Note;

/**
 * Takes the comments of the block editor out of a post. The HTML between them is what WordPress shows, but for blocks that the
 * server makes anew each time: reused blocks are put in, footnotes come from a custom field, and all others are a loss.
 */
final class Blocks {

    private static final Pattern COMMENT =
            Pattern.compile("<!--\\s+(/?)wp:([a-z][a-z0-9_/-]*)\\s+(?:(\\{.*?\\})\\s+)?(/?)-->", Pattern.DOTALL);

    private static final Pattern REFERENCE = Pattern.compile("\"ref\"\\s*:\\s*(\\d+)");

    private static final int DEEPEST = 5;

    /** Blocks without content whose absence readers do not notice. */
    private static final Set<String> LOOKS =
            Set.of("spacer", "more", "nextpage", "core/spacer", "core/more", "core/nextpage");

    private final Map<String, String> reused;
    private final String footnotes;
    private final Losses losses;

    /**
     * Prepares the reading of one post.
     *
     * @param reused the contents of reused blocks by their ids
     * @param footnotes the HTML of the post's footnotes; empty: it has none
     */
    Blocks(Map<String, String> reused, String footnotes, Losses losses) {
        this.reused = reused;
        this.footnotes = footnotes;
        this.losses = losses;
    }

    static boolean areIn(String source) {
        return source.contains("<!-- wp:");
    }

    String html(String source) {
        return html(source, 0);
    }

    private String html(String source, int depth) {
        StringBuilder html = new StringBuilder();
        Matcher comment = COMMENT.matcher(source);
        Deque<String> open = new ArrayDeque<>();
        int from = 0;
        while (comment.find()) {
            String text = source.substring(from, comment.start());
            // Text outside of all blocks is a classic post within the new editor.
            html.append(open.isEmpty() ? Paragraphs.of(text) : text);
            from = comment.end();
            String name = comment.group(2);
            if (!comment.group(1).isEmpty()) {
                open.pollFirst();
            } else if (comment.group(4).isEmpty()) {
                open.push(name);
            } else {
                html.append(empty(name, comment.group(3) == null ? "" : comment.group(3), depth));
            }
        }
        String rest = source.substring(from);
        return html.append(open.isEmpty() ? Paragraphs.of(rest) : rest).toString();
    }

    private String empty(String name, String attributes, int depth) {
        String own = name.startsWith("core/") ? name.substring("core/".length()) : name;
        if (own.equals("block")) {
            Matcher reference = REFERENCE.matcher(attributes);
            String content = reference.find() ? reused.get(reference.group(1)) : null;
            if (content == null || depth >= DEEPEST) {
                losses.add(new Note("missing-reused-block", "wp:block " + attributes));
                return "";
            }
            return Blocks.areIn(content) ? html(content, depth + 1) : Paragraphs.of(content);
        }
        if (own.equals("footnotes")) {
            if (footnotes.isEmpty()) {
                losses.add(
                        new Note("missing-footnotes", "The post shows footnotes, and its field footnotes is empty."));
            }
            return footnotes;
        }
        if (own.equals("separator")) {
            return "<hr>";
        }
        if (!LOOKS.contains(own)) {
            losses.add(new Note("dynamic-block", ("wp:" + name + " " + attributes).strip()));
        }
        return "";
    }
}
