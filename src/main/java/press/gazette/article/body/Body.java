package press.gazette.article.body;

import java.util.List;
import java.util.Objects;

/**
 * What an article says, from the first paragraph to the last. Immutable; equal when a reader would see the same.
 *
 * @param blocks in reading order; empty for an article that is not written yet
 */
public record Body(List<Block> blocks) {

    /** Several times the longest live blog; more is an import gone wrong. */
    public static final int MAX_BLOCKS = 10_000;

    /** UTF-16 units of prose and code in all blocks: a long novel, and a page that browsers still open. */
    public static final int MAX_TEXT = 1_000_000;

    /** UTF-16 units of Markdown or HTML on the way in: the longest text, and as much again for its markup. */
    public static final int MAX_SOURCE = 2 * MAX_TEXT;

    /** Counts on with each release whose {@link #html} differs for any body: what an earlier one has stored is not shown then. */
    public static final int HTML_VERSION = 1;

    /** The body of an article that is not written yet. */
    public static final Body EMPTY = new Body(List.of());

    public Body {
        if (blocks == null || blocks.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("blocks must be a list of blocks, each an object with a type.");
        }
        if (blocks.size() > MAX_BLOCKS) {
            throw new IllegalArgumentException(
                    "blocks must hold at most " + MAX_BLOCKS + " blocks; this has " + blocks.size() + ".");
        }
        blocks = List.copyOf(blocks);
        long length = blocks.stream().mapToLong(Body::length).sum();
        if (length > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "blocks must hold at most " + MAX_TEXT + " characters of text; this has " + length + ".");
        }
    }

    /** Reads CommonMark; raw HTML in it loses its tags. */
    public static Body fromMarkdown(String source) {
        requireLength("markdown", source);
        return MarkdownReader.read(source);
    }

    /** Reads a fragment or a whole page the way a browser would and keeps what a body can hold. */
    public static Body fromHtml(String source) {
        requireLength("html", source);
        return HtmlReader.read(source);
    }

    /** Safe to insert into a page as it is; see {@link HtmlWriter} for the elements and attributes it can hold. */
    public String html() {
        return HtmlWriter.write(this);
    }

    /**
     * The same with addresses of pictures that begin at the root of this server made absolute: for whoever reads it elsewhere.
     *
     * @param server where this server is, without a slash at the end
     */
    public Body seenFromElsewhere(String server) {
        return new Body(blocks.stream()
                .map(block -> block instanceof Block.Picture picture ? picture.seenFromElsewhere(server) : block)
                .toList());
    }

    /** CommonMark without extensions. */
    public String markdown() {
        return MarkdownWriter.write(this);
    }

    /** No markup at all: for search, for previews, for reading aloud. */
    public String text() {
        return TextWriter.write(this);
    }

    /** Words of prose: paragraphs, headings, quotations and lists, without captions, code and attributions. */
    public int words() {
        return blocks.stream()
                .flatMap(block -> block.prose().stream())
                .mapToInt(line -> Prose.words(Spans.plain(line)))
                .sum();
    }

    private static long length(Block block) {
        return block instanceof Block.Code code
                ? code.text().length()
                : block.prose().stream()
                        .flatMap(List::stream)
                        .mapToLong(span -> span.text().length())
                        .sum();
    }

    private static void requireLength(String component, String source) {
        if (source == null || source.length() > MAX_SOURCE) {
            throw new IllegalArgumentException(component + " must be a text of at most " + MAX_SOURCE + " characters.");
        }
    }
}
