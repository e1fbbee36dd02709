package press.gazette.body;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.Beginning;
import press.gazette.body.assembly.BodyBounds;
import press.gazette.body.assembly.Loss;
import press.gazette.body.assembly.Losses;
import press.gazette.body.block.Block;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.html.HtmlWriter;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.inline.WordCount;
import press.gazette.body.markdown.MarkdownReader;
import press.gazette.body.markdown.MarkdownWriter;
import press.gazette.body.reading.HtmlReader;
import press.gazette.body.text.TextWriter;

/**
 * The text of an article, from the first paragraph to the last. Immutable. Two bodies are equal if a reader sees no
 * difference.
 *
 * @param blocks in reading order; empty for an article that is not written yet
 */
public record Body(List<Block> blocks) {

    /** The maximum number of blocks of a body, including those in boxes. */
    public static final int MAX_BLOCKS = BodyBounds.BLOCKS;

    /** UTF-16 units of incoming Markdown or HTML: the longest text, and as much again for its markup. */
    public static final int MAX_SOURCE = 2 * BodyBounds.TEXT;

    /**
     * Increases with each release whose {@link #html} differs for any body. HTML stored under a lower version is not
     * shown.
     */
    public static final int HTML_VERSION = 2;

    /** The body of an article that is not written yet. */
    public static final Body EMPTY = new Body(List.of());

    public Body {
        blocks = BodyBounds.checked(blocks);
    }

    public static Body fromMarkdown(String source) {
        return readMarkdown(source, null).body();
    }

    public static Body fromHtml(String source) {
        return readHtml(source, null).body();
    }

    /**
     * Reads CommonMark with GFM's tables, strikethrough and footnotes, and the HTML in it.
     *
     * @param base relative addresses are resolved against this address; null: they are not resolved
     */
    public static BodyReading readMarkdown(String source, @Nullable String base) {
        requireLength("markdown", source);
        Losses losses = new Losses();
        Body body = new Body(BodyBounds.withNotes(MarkdownReader.read(withoutMark(source), base, losses), losses));
        return new BodyReading(body, losses.all());
    }

    /**
     * Parses a fragment or a whole page as a browser does, then reads all that a body can hold.
     *
     * @param base relative addresses are resolved against this address; null: the base of the document itself, if any
     */
    public static BodyReading readHtml(String source, @Nullable String base) {
        requireLength("html", source);
        Losses losses = new Losses();
        Body body = new Body(BodyBounds.withNotes(HtmlReader.read(withoutMark(source), base, losses), losses));
        return new BodyReading(body, losses.all());
    }

    /** The characters that no block may hold, in texts from which blocks were made. */
    public static List<Loss> droppedFrom(List<String> texts) {
        Losses losses = new Losses();
        texts.forEach(losses::addCharacters);
        return losses.all();
    }

    /** HTML that is safe to insert into a page; {@link HtmlWriter} writes it. */
    public String html() {
        return HtmlWriter.write(blocks);
    }

    /** CommonMark with GFM's tables, strikethrough and footnotes. HTML stands where Markdown has no syntax. */
    public String markdown() {
        return MarkdownWriter.write(blocks);
    }

    /** Plain text without any markup, for search, previews and reading aloud. */
    public String text() {
        return TextWriter.write(blocks);
    }

    /** The articles that links lead to by their ids, block by block. */
    public Set<UUID> articles() {
        return BodyBounds.articles(blocks);
    }

    /** The ids of the newsroom's media that it shows, in pictures, films, sounds and files. */
    public Set<UUID> mediaIds() {
        return blocks.stream().flatMap(Block::mediaIds).collect(Collectors.toSet());
    }

    /**
     * The body for readers, with the addresses of the articles that it links to by id. A link to an article without an
     * address is dropped; its words or its picture stay.
     */
    public Body addressed(Map<UUID, String> addresses) {
        return withLinks(
                span -> addresses.containsKey(span.article())
                        ? span.addressed(addresses.get(span.article()))
                        : span.unlinked(),
                image -> {
                    UUID article = Objects.requireNonNull(image.article());
                    String address = addresses.get(article);
                    return address == null ? image.unlinked() : image.linkedTo(article, address);
                });
    }

    /** The stored form of the body: links by id have no address. */
    public Body unaddressed() {
        return withLinks(
                span -> span.addressed(null), image -> image.linkedTo(Objects.requireNonNull(image.article()), null));
    }

    /** A copy with all links by id changed. */
    private Body withLinks(UnaryOperator<Span> text, UnaryOperator<ImageBlock> picture) {
        return articles().isEmpty()
                ? this
                : new Body(blocks.stream()
                        .map(block -> block.withTexts(spans -> spans.stream()
                                .map(span -> span.article() == null ? span : text.apply(span))
                                .toList()))
                        .map(block ->
                                block.withPictures(image -> image.article() == null ? image : picture.apply(image)))
                        .toList());
    }

    /**
     * The number of words in paragraphs, headings, quotations and lists; see {@link WordCount#of}. Captions, code and
     * attributions do not count.
     */
    public int words() {
        return blocks.stream()
                .flatMap(block -> block.prose().stream())
                .mapToInt(line -> WordCount.of(Spans.plain(line)))
                .sum();
    }

    /**
     * The first blocks and the footnotes that they refer to; nothing of the rest. Ids of headings and footnotes stay.
     *
     * @param count of blocks at the top level; with as many as there are, this body
     */
    public Body beginning(int count) {
        return count >= blocks.size() ? this : new Body(Beginning.of(blocks, count));
    }

    /** The number of blocks before the last one that has more than footnotes; 0 without such a block. */
    public int blocksBeforeTheLast() {
        int last = blocks.size() - 1;
        while (last > 0 && Beginning.isNotes(blocks.get(last))) {
            last--;
        }
        return Math.max(0, last);
    }

    /** The document without a byte order mark at its start, which belongs to the encoding of files. */
    private static String withoutMark(String source) {
        return source.startsWith("\uFEFF") ? source.substring(1) : source;
    }

    private static void requireLength(String component, String source) {
        if (source == null || source.length() > MAX_SOURCE) {
            throw new IllegalArgumentException(component + " must be a text of at most " + MAX_SOURCE + " characters.");
        }
    }
}
