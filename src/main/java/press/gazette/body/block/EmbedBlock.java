package press.gazette.body.block;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Address;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;

/**
 * Content that another site shows: a film, a post, a map.
 *
 * @param provider the service, in lower-case letters, digits and hyphens, such as {@code youtube}; an open set
 * @param url the absolute http or https address of the film, post or map itself
 * @param fallback one line shown as a link where embedding is not possible; the address if left out
 * @param title one line, a name for readers who cannot see the embed; absent: the fallback
 * @param width in pixels; width and height give the aspect ratio; absent: unknown
 * @param height in pixels; absent: unknown
 * @param caption one line below the embed; absent: none
 * @param captionText the caption as inline text; absent if it has no marks or links
 */
@Schema(description = "Content that another service shows. The fallback stands for it where it cannot be embedded.")
public record EmbedBlock(
        @Schema(description = "The service, in lower case. Expect further ones.", example = "youtube")
        String provider,

        @Schema(description = "The address of the film, post or map itself, absolute.")
        String url,

        @Schema(description = "The words of the link that stands for it, plain text.")
        String fallback,

        @Schema(description = "The name, for the title of a frame. Absent: the fallback.") @Nullable
        String title,

        @Schema(description = "In CSS pixels; with height its shape. Absent: unknown.") @Nullable
        Integer width,

        @Schema(description = "In CSS pixels. Absent: unknown.") @Nullable
        Integer height,

        @Schema(description = "The caption, one line below it. Absent: none.") @Nullable
        String caption,

        @Schema(description = "The caption as running text. Absent: it has no marks or links.") @Nullable
        List<Span> captionText)
        implements Block {

    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public EmbedBlock {
        if (provider == null || !isProvider(provider)) {
            throw new IllegalArgumentException(
                    "embed.provider must be 1 to 40 lower-case letters, digits or hyphens, such as \"youtube\".");
        }
        Address.requireEmbed("embed.url", url == null ? "" : url);
        // A URL may be longer than a line.
        String shown = url.equals(fallback) ? null : Prose.line("embed.fallback", fallback);
        fallback = shown == null ? url : shown;
        String named = Prose.line("embed.title", title);
        title = named == null || named.equals(fallback) ? null : named;
        ImageBlock.requireSide("embed.width", width);
        ImageBlock.requireSide("embed.height", height);
        Line line = Line.of("embed.caption", caption, captionText);
        caption = line.plain();
        captionText = line.rich();
    }

    public EmbedBlock(String provider, String url, String fallback) {
        this(provider, url, fallback, null, null, null, null, null);
    }

    /** The caption as inline text; empty: none. */
    public List<Span> captionSpans() {
        return Line.spans(caption, captionText);
    }

    /** A copy with this width and height. */
    public EmbedBlock sized(@Nullable Integer across, @Nullable Integer down) {
        return new EmbedBlock(provider, url, fallback, title, across, down, caption, captionText);
    }

    /** A copy with this caption. */
    public EmbedBlock captioned(List<Span> words) {
        Line line = Line.of("embed.caption", words);
        return new EmbedBlock(provider, url, fallback, title, width, height, line.plain(), line.rich());
    }

    public static boolean isProvider(String name) {
        return PROVIDER.matcher(name).matches();
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.embed(this);
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
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return captioned(change.apply(captionSpans()));
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public EmbedBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
