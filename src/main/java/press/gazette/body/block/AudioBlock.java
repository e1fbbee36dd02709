package press.gazette.body.block;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Address;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * The newsroom's own sound, played in place.
 *
 * @param url an absolute http or https address, or a path from the root of the media server
 * @param caption one line; absent: none
 * @param captionText the caption as inline text; absent if it has no marks or links
 * @param credit one line of plain text; absent: nobody is named
 * @param duration in seconds; absent: unknown
 * @param transcript the spoken words, by paragraphs; absent: none
 * @param media the id of the sound among the newsroom's media; absent: unknown
 */
@Schema(description = "Sound of the newsroom's own; what another service plays is an embed.")
public record AudioBlock(
        @Schema(description = "The address of the file: absolute, or from the root of this server.")
        String url,

        @Schema(description = "The caption, one line below it. Absent: none.") @Nullable
        String caption,

        @Schema(description = "The caption as running text. Absent: it has no marks or links.") @Nullable
        List<Span> captionText,

        @Schema(description = "The makers to name. Absent: nobody.") @Nullable
        String credit,

        @Schema(description = "In seconds. Absent: unknown.", minimum = "0", example = "1260") @Nullable
        Integer duration,

        @Schema(description = "The spoken words, by paragraphs. Absent: none.") @Nullable
        List<List<Span>> transcript,

        @Schema(description = "The id of the sound in this newsroom's media. Absent: unknown.") @Nullable
        UUID media)
        implements Block {

    public AudioBlock {
        Address.requirePicture("audio.url", url == null ? "" : url);
        Line line = Line.of("audio.caption", caption, captionText);
        caption = line.plain();
        captionText = line.rich();
        credit = Prose.line("audio.credit", credit);
        VideoBlock.requireDuration("audio.duration", duration);
        transcript = VideoBlock.paragraphs("audio.transcript", transcript);
    }

    /** The caption as inline text; empty: none. */
    public List<Span> captionSpans() {
        return Line.spans(caption, captionText);
    }

    /** The transcript by paragraphs; empty: no transcript. */
    public List<List<Span>> transcriptParagraphs() {
        return transcript == null ? List.of() : transcript;
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.audio(this);
    }

    @Override
    public Stream<UUID> mediaIds() {
        return Address.media(media, url);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of();
    }

    @Override
    public Stream<List<Span>> texts() {
        return Stream.concat(Stream.of(captionSpans()), transcriptParagraphs().stream());
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        List<List<Span>> words = transcriptParagraphs().stream().map(change).toList();
        return new AudioBlock(url, null, change.apply(captionSpans()), credit, duration, words, media);
    }

    @Override
    public long length() {
        return transcriptParagraphs().stream().mapToLong(Spans::length).sum();
    }

    @Override
    public AudioBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
