package press.gazette.body.block;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Address;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;

/**
 * A picture; {@code image} in JSON.
 *
 * @param url an absolute http or https address, or a path from the root of the media server
 * @param alt one line for readers who cannot see the picture; empty for a picture that only decorates
 * @param caption one line of plain text; absent: none
 * @param credit the makers, one line of plain text; absent: nobody is named
 * @param width in pixels, at most {@value #MAX_SIDE}; absent: unknown
 * @param height in pixels, at most {@value #MAX_SIDE}; absent: unknown
 * @param captionText the caption as inline text; absent if it has no marks or links
 * @param role the place of the picture; absent: inline
 * @param link the target of a click, in the form of {@link Span#href}; absent: none, or an article
 * @param article the id of the article that a click leads to; link beside it is that article's address, filled at each
 *     reading and never stored; absent: none, or an address
 * @param media the id of the picture among the newsroom's media; absent: unknown
 */
@Schema(description = "A picture between the paragraphs.")
public record ImageBlock(
        @Schema(description = "The address of the file: absolute, or from the root of this server.")
        String url,

        @Schema(
                description =
                        "The content of the picture in words, for those who cannot see it. Empty: none is known, or "
                                + "it only decorates.")
        String alt,

        @Schema(description = "A line below the picture. Absent: none.") @Nullable
        String caption,

        @Schema(description = "The makers, plain text. Absent: nobody is named.") @Nullable
        String credit,

        @Schema(description = "In CSS pixels. Absent: unknown.") @Nullable
        Integer width,

        @Schema(description = "In CSS pixels. Absent: unknown.") @Nullable
        Integer height,

        @Schema(description = "The caption as running text. Absent: it has no marks or links.") @Nullable
        List<Span> captionText,

        @Schema(description = "Wide or beside the text. Absent: in the column. Expect further ones.") @Nullable
        Role role,

        @Schema(description = "The target of a click, like href of a span. Absent: none, or article has the target.")
        @Nullable
        String link,

        @Schema(
                description = "The id of the article of this newsroom that a click leads to, in place of link; it "
                        + "counts as a link of the body, which has links to at most "
                        + Span.MAX_ARTICLES
                        + " different articles. Readers get its current address in link beside it. Absent: "
                        + "no link, a link to an address, or to an article that readers cannot see.")
        @Nullable
        UUID article,

        @Schema(description = "The id of the picture in this newsroom's media. Absent: unknown.") @Nullable
        UUID media)
        implements Block {

    /** The place of a picture relative to the text. */
    @Schema(name = "ImageRole", description = "The place of a picture.")
    public enum Role {
        /** In the column, as wide as the text. The default. */
        @JsonProperty("inline")
        INLINE,

        /** Wider than the text. */
        @JsonProperty("wide")
        WIDE,

        /** Beside the text, which flows around it. */
        @JsonProperty("side")
        SIDE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The role with this name in JSON; null for inline and for unknown names. */
        public static @Nullable Role of(String word) {
            return switch (word) {
                case "wide" -> WIDE;
                case "side" -> SIDE;
                default -> null;
            };
        }
    }

    /** The largest side that common image formats (JPEG) can have. */
    static final int MAX_SIDE = 65_535;

    public ImageBlock {
        Address.requirePicture("image.url", url == null ? "" : url);
        String seen = Prose.line("image.alt", alt);
        alt = seen == null ? "" : seen;
        Line line = Line.of("image.caption", caption, captionText);
        caption = line.plain();
        captionText = line.rich();
        credit = Prose.line("image.credit", credit);
        requireSide("image.width", width);
        requireSide("image.height", height);
        role = role == Role.INLINE ? null : role;
        if (link != null) {
            Address.requireLink("image.link", link);
        }
    }

    public ImageBlock(
            String url,
            String alt,
            @Nullable String caption,
            @Nullable String credit,
            @Nullable Integer width,
            @Nullable Integer height) {
        this(url, alt, caption, credit, width, height, null, null, null, null, null);
    }

    /** The caption as inline text; empty: none. */
    public List<Span> captionSpans() {
        return Line.spans(caption, captionText);
    }

    /** A copy with this caption and credit. */
    public ImageBlock captioned(List<Span> words, @Nullable String by) {
        Line line = Line.of("image.caption", words);
        return new ImageBlock(url, alt, line.plain(), by, width, height, line.rich(), role, link, article, media);
    }

    /** A copy with this id among the newsroom's media. */
    public ImageBlock from(UUID id) {
        return new ImageBlock(url, alt, caption, credit, width, height, captionText, role, link, article, id);
    }

    /** A copy that leads to this address instead of any other target. */
    public ImageBlock linked(String href) {
        return new ImageBlock(url, alt, caption, credit, width, height, captionText, role, href, null, media);
    }

    /** A copy without a click target. */
    public ImageBlock unlinked() {
        return new ImageBlock(url, alt, caption, credit, width, height, captionText, role, null, null, media);
    }

    /** A copy with this place and the click target that it has. */
    public ImageBlock placed(@Nullable Role place) {
        return new ImageBlock(url, alt, caption, credit, width, height, captionText, place, link, article, media);
    }

    /**
     * A copy that leads to an article.
     *
     * @param address null: without the address of the article, which is the stored form
     */
    public ImageBlock linkedTo(UUID id, @Nullable String address) {
        String to = address == null ? null : Address.tidied(address);
        return new ImageBlock(url, alt, caption, credit, width, height, captionText, role, to, id, media);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.image(this);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of();
    }

    @Override
    public Stream<List<Span>> texts() {
        return Stream.of(captionSpans());
    }

    @Override
    public ImageBlock withTexts(UnaryOperator<List<Span>> change) {
        return captioned(change.apply(captionSpans()), credit);
    }

    @Override
    public ImageBlock withPictures(UnaryOperator<ImageBlock> change) {
        return change.apply(this);
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.of(this);
    }

    /**
     * A copy with an absolute address, for use outside of this server's pages.
     *
     * @param server the address of this server, without a slash at the end; it is put before a path from the root
     */
    public ImageBlock seenFromElsewhere(String server) {
        String absolute = server + url;
        return url.startsWith("/") && Address.isPicture(absolute)
                ? new ImageBlock(absolute, alt, caption, credit, width, height, captionText, role, link, article, media)
                : this;
    }

    public static boolean isSide(int pixels) {
        return pixels >= 1 && pixels <= MAX_SIDE;
    }

    static void requireSide(String component, @Nullable Integer pixels) {
        if (pixels != null && !isSide(pixels)) {
            throw new IllegalArgumentException(
                    component + " must be 1 to " + MAX_SIDE + " pixels or absent; this is " + pixels + ".");
        }
    }
}
