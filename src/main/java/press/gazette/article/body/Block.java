package press.gazette.article.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Legible;

/**
 * One piece of a body. In JSON an object whose {@code type} says which; what is absent is left out. Every constructor
 * brings its text into the {@linkplain Spans normal form} and refuses what could not be shown.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "paragraph", value = Block.Paragraph.class),
    @JsonSubTypes.Type(name = "heading", value = Block.Heading.class),
    @JsonSubTypes.Type(name = "quote", value = Block.Quote.class),
    @JsonSubTypes.Type(name = "list", value = Block.ListBlock.class),
    @JsonSubTypes.Type(name = "image", value = Block.Picture.class),
    @JsonSubTypes.Type(name = "embed", value = Block.Embed.class),
    @JsonSubTypes.Type(name = "code", value = Block.Code.class),
    @JsonSubTypes.Type(name = "divider", value = Block.Divider.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One piece of a body; type says which. Expect further types.",
        oneOf = {
            Block.Paragraph.class,
            Block.Heading.class,
            Block.Quote.class,
            Block.ListBlock.class,
            Block.Picture.class,
            Block.Embed.class,
            Block.Code.class,
            Block.Divider.class
        },
        discriminatorProperty = "type")
public sealed interface Block {

    /** The running text that counts as words of the article; empty for what is looked at rather than read. */
    default List<List<Span>> prose() {
        return List.of();
    }

    /**
     * Sentences that belong together.
     *
     * @param text never empty
     */
    @Schema(name = "ParagraphBlock", description = "Sentences that belong together.")
    record Paragraph(@Schema(description = "Running text.") List<Span> text) implements Block {

        public Paragraph {
            text = Spans.required("paragraph.text", text);
        }

        @Override
        public List<List<Span>> prose() {
            return List.of(text);
        }
    }

    /**
     * The title of what follows, up to the next one of its level.
     *
     * @param level 2 to 4; level 1 is the title of the article
     * @param text never empty, always one line
     */
    @Schema(name = "HeadingBlock", description = "The title of what follows, up to the next one of its level.")
    record Heading(
            @Schema(
                    description = "2 to 4; 1 is the title of the article.",
                    minimum = "" + Heading.TOP,
                    maximum = "" + Heading.LOWEST,
                    example = "2")
            int level,

            @Schema(description = "One line.") List<Span> text)
            implements Block {

        static final int TOP = 2;
        static final int LOWEST = 4;

        public Heading {
            if (level < TOP || level > LOWEST) {
                throw new IllegalArgumentException(
                        "heading.level must be 2, 3 or 4 (1 is the title of the article); this is " + level + ".");
            }
            text = Spans.oneLine(Spans.required("heading.text", text));
        }

        @Override
        public List<List<Span>> prose() {
            return List.of(text);
        }
    }

    /**
     * Somebody else's words.
     *
     * @param text never empty; paragraphs within a quotation are line breaks
     * @param attribution who said it, one line without a leading dash; absent when nobody is named. When it is absent
     *     and the last line of the text begins with an em dash or {@code "-- "}, that line is the attribution
     */
    @Schema(name = "QuoteBlock", description = "Words of somebody else.")
    record Quote(
            @Schema(description = "What was said.") List<Span> text,

            @Schema(description = "Who said it. Absent: nobody is named.") @Nullable
            String attribution)
            implements Block {

        public Quote {
            text = Spans.required("quote.text", text);
            attribution = Attribution.signature(Prose.line("quote.attribution", attribution));
            if (attribution == null) {
                Attribution signed = Attribution.lastLineOf(text);
                text = signed.text();
                attribution = signed.name();
            }
        }

        @Override
        public List<List<Span>> prose() {
            return List.of(text);
        }
    }

    /**
     * Points, one after another.
     *
     * @param ordered true for numbers from 1, false (and absent in JSON) for bullets
     * @param items at least one, none of them empty; lists within lists are flattened
     */
    @Schema(name = "ListBlock", description = "Items of equal rank.")
    record ListBlock(
            @Schema(description = "Whether the items are numbered.")
            boolean ordered,

            @Schema(description = "Each item is running text.")
            List<List<Span>> items)
            implements Block {

        /** Longer lists are tables, and a page of their own. */
        static final int MAX_ITEMS = 1_000;

        public ListBlock {
            if (items == null || items.isEmpty() || items.size() > MAX_ITEMS) {
                throw new IllegalArgumentException("list.items must be a list of 1 to " + MAX_ITEMS
                        + " items, each a list of spans; this has " + (items == null ? 0 : items.size()) + ".");
            }
            List<List<Span>> kept = new ArrayList<>();
            for (List<Span> item : items) {
                kept.add(Spans.required("list.items[" + kept.size() + "]", item));
            }
            items = List.copyOf(kept);
        }

        @Override
        public List<List<Span>> prose() {
            return items;
        }
    }

    /**
     * A picture, {@code image} in JSON.
     *
     * @param url an absolute http or https address, or a path from the root of the media server
     * @param alt one line for those who cannot see it; empty for a picture that only decorates
     * @param caption one line of plain text; absent when there is none
     * @param credit who made it, one line of plain text; absent when nobody is named
     * @param width in pixels, at most {@value #MAX_SIDE}; absent when unknown
     * @param height in pixels, at most {@value #MAX_SIDE}; absent when unknown
     */
    @Schema(name = "ImageBlock", description = "A picture between the paragraphs.")
    record Picture(
            @Schema(description = "Where the file is: absolute, or from the root of this server.")
            String url,

            @Schema(description = "What it shows, for those who cannot see it.")
            String alt,

            @Schema(description = "A line below it. Absent: none.") @Nullable
            String caption,

            @Schema(description = "Whom to name. Absent: nobody.") @Nullable
            String credit,

            @Schema(description = "In CSS pixels. Absent: unknown.") @Nullable
            Integer width,

            @Schema(description = "In CSS pixels. Absent: unknown.") @Nullable
            Integer height)
            implements Block {

        /** The largest side that common image formats (JPEG) can have. */
        static final int MAX_SIDE = 65_535;

        public Picture {
            Address.requirePicture("image.url", url == null ? "" : url);
            String seen = Prose.line("image.alt", alt);
            alt = seen == null ? "" : seen;
            caption = Prose.line("image.caption", caption);
            credit = Prose.line("image.credit", credit);
            requireSide("image.width", width);
            requireSide("image.height", height);
        }

        Picture seenFromElsewhere(String server) {
            String absolute = server + url;
            return url.startsWith("/") && Address.isPicture(absolute)
                    ? new Picture(absolute, alt, caption, credit, width, height)
                    : this;
        }

        static boolean side(int pixels) {
            return pixels >= 1 && pixels <= MAX_SIDE;
        }

        private static void requireSide(String component, @Nullable Integer pixels) {
            if (pixels != null && !side(pixels)) {
                throw new IllegalArgumentException(
                        component + " must be 1 to " + MAX_SIDE + " pixels or absent; this is " + pixels + ".");
            }
        }
    }

    /**
     * Something that another site shows: a film, a post, a map.
     *
     * @param provider whose it is: lower-case letters, digits and hyphens, such as {@code youtube}; an open set
     * @param url an absolute http or https address of the thing itself
     * @param fallback one line shown as a link where it cannot be embedded; the address when left out
     */
    @Schema(
            name = "EmbedBlock",
            description = "Something shown by another service; show the fallback where it cannot be.")
    record Embed(
            @Schema(description = "Who shows it.", example = "youtube")
            String provider,

            @Schema(description = "Where it is.") String url,

            @Schema(description = "What to show instead, plain text.")
            String fallback)
            implements Block {

        private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        public Embed {
            if (provider == null || !provider(provider)) {
                throw new IllegalArgumentException("embed.provider must be 1 to 40 lower-case letters, digits or"
                        + " hyphens, such as \"youtube\".");
            }
            Address.requireEmbed("embed.url", url == null ? "" : url);
            String shown = Prose.line("embed.fallback", fallback);
            fallback = shown == null ? url : shown;
        }

        static boolean provider(String name) {
            return PROVIDER.matcher(name).matches();
        }
    }

    /**
     * Text shown character by character: a program, a table of figures, a poem.
     *
     * @param language what a highlighter should take it for, such as {@code java} or {@code c++}; absent when unknown
     * @param text never empty, {@code "\n"} between lines; blanks and tabs as they are, no empty lines around it
     */
    @Schema(name = "CodeBlock", description = "Text to be shown as it is, line by line.")
    record Code(
            @Schema(description = "What it is written in. Absent: unknown.", example = "java") @Nullable
            String language,

            @Schema(description = "Lines as they are.") String text)
            implements Block {

        private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+#._-]{0,39}");

        public Code {
            if (language != null && !language(language)) {
                throw new IllegalArgumentException("code.language must be one word of 1 to 40 letters, digits or"
                        + " + # . _ -, such as \"java\", or absent.");
            }
            text = text == null ? "" : Prose.verbatim(text);
            if (!Legible.isVisible(text)) {
                throw new IllegalArgumentException("code.text must hold at least one visible character.");
            }
        }

        static boolean language(String name) {
            return LANGUAGE.matcher(name).matches();
        }
    }

    /** A change of scene, shown as a rule. */
    @Schema(name = "DividerBlock", description = "A break between two parts.")
    record Divider() implements Block {}
}
