package press.gazette.body.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Address;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * The newsroom's own film, played in place. A film that another service plays is an embed.
 *
 * @param url an absolute http or https address, or a path from the root of the media server
 * @param poster the picture shown before the film plays, an address like url; absent: none
 * @param caption one line; absent: none
 * @param captionText the caption as inline text; absent if it has no marks or links
 * @param credit one line of plain text; absent: nobody is named
 * @param duration in seconds; absent: unknown
 * @param width in pixels; absent: unknown
 * @param height in pixels; absent: unknown
 * @param tracks subtitles and the like; absent: none
 * @param transcript the spoken words, by paragraphs; absent: none
 * @param media the id of the film among the newsroom's media; absent: unknown
 */
@Schema(description = "A film of the newsroom's own; what another service plays is an embed.")
public record VideoBlock(
        @Schema(description = "The address of the file: absolute, or from the root of this server.")
        String url,

        @Schema(description = "The picture that stands before it plays. Absent: none.") @Nullable
        String poster,

        @Schema(description = "The caption, one line below it. Absent: none.") @Nullable
        String caption,

        @Schema(description = "The caption as running text. Absent: it has no marks or links.") @Nullable
        List<Span> captionText,

        @Schema(description = "The makers to name. Absent: nobody.") @Nullable
        String credit,

        @Schema(description = "In seconds. Absent: unknown.", minimum = "0", example = "95") @Nullable
        Integer duration,

        @Schema(description = "In CSS pixels. Absent: unknown.") @Nullable
        Integer width,

        @Schema(description = "In CSS pixels. Absent: unknown.") @Nullable
        Integer height,

        @Schema(description = "Subtitles, captions and the like. Absent: none.") @Nullable
        List<MediaTrack> tracks,

        @Schema(description = "The spoken words, by paragraphs. Absent: none.") @Nullable
        List<List<Span>> transcript,

        @Schema(description = "The id of the film in this newsroom's media. Absent: unknown.") @Nullable
        UUID media)
        implements Block {

    /** Tracks of one film: enough for the languages of a film festival. */
    static final int MAX_TRACKS = 40;

    /** One week, in seconds. */
    static final int MAX_DURATION = 604_800;

    private static final int MAX_TRANSCRIPT = 2_000;

    /**
     * Timed text for a film (WebVTT).
     *
     * @param url an address in the form of the film's url
     * @param kind subtitles, captions, descriptions or chapters
     * @param language BCP 47; absent: unknown
     * @param label one line, the track's name in a menu; absent: none
     */
    @Schema(name = "MediaTrack", description = "Words that go with a film (WebVTT).")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MediaTrack(
            @Schema(description = "The address of the file.")
            String url,

            @Schema(description = "subtitles, captions, descriptions or chapters.", example = "subtitles")
            String kind,

            @Schema(description = "BCP 47. Absent: unknown.", example = "fr") @Nullable
            String language,

            @Schema(description = "Its name in a menu. Absent: none.") @Nullable
            String label) {

        private static final Set<String> KINDS = Set.of("subtitles", "captions", "descriptions", "chapters");

        public MediaTrack {
            Address.requirePicture("video.tracks.url", url == null ? "" : url);
            if (kind == null || !isKind(kind)) {
                throw new IllegalArgumentException(
                        "video.tracks.kind must be subtitles, captions, descriptions or chapters.");
            }
            if (language != null && !Span.isLanguage(language)) {
                throw new IllegalArgumentException(
                        "video.tracks.language must be a language tag such as \"fr\" (BCP 47).");
            }
            label = Prose.line("video.tracks.label", label);
        }

        public static boolean isKind(String word) {
            return KINDS.contains(word);
        }
    }

    public VideoBlock {
        Address.requirePicture("video.url", url == null ? "" : url);
        if (poster != null) {
            Address.requirePicture("video.poster", poster);
        }
        Line line = Line.of("video.caption", caption, captionText);
        caption = line.plain();
        captionText = line.rich();
        credit = Prose.line("video.credit", credit);
        requireDuration("video.duration", duration);
        ImageBlock.requireSide("video.width", width);
        ImageBlock.requireSide("video.height", height);
        if (tracks != null && tracks.size() > MAX_TRACKS) {
            throw new IllegalArgumentException("video.tracks must be a list of at most " + MAX_TRACKS
                    + " tracks; this has " + tracks.size() + ".");
        }
        tracks = tracks == null || tracks.isEmpty() ? null : List.copyOf(tracks);
        transcript = paragraphs("video.transcript", transcript);
    }

    static void requireDuration(String component, @Nullable Integer seconds) {
        if (seconds != null && !isDuration(seconds)) {
            throw new IllegalArgumentException(component + " must be 0 to " + MAX_DURATION + " seconds or absent.");
        }
    }

    public static boolean isDuration(int seconds) {
        return seconds >= 0 && seconds <= MAX_DURATION;
    }

    static @Nullable List<List<Span>> paragraphs(String component, @Nullable List<List<Span>> raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        if (raw.size() > MAX_TRANSCRIPT) {
            throw new IllegalArgumentException(component + " must be a list of at most " + MAX_TRANSCRIPT
                    + " paragraphs; this has " + raw.size() + ".");
        }
        List<List<Span>> paragraphs = new ArrayList<>();
        for (List<Span> paragraph : raw) {
            paragraphs.add(Spans.required(component + "[" + paragraphs.size() + "]", paragraph));
        }
        return List.copyOf(paragraphs);
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
        return format.video(this);
    }

    @Override
    public Stream<UUID> mediaIds() {
        Stream<String> further =
                tracks == null ? Stream.empty() : tracks.stream().map(MediaTrack::url);
        return Stream.concat(
                Address.media(media, url),
                Stream.concat(Stream.ofNullable(poster), further).flatMap(each -> Address.media(null, each)));
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
        List<Span> line = change.apply(captionSpans());
        return new VideoBlock(url, poster, null, line, credit, duration, width, height, tracks, words, media);
    }

    @Override
    public long length() {
        return transcriptParagraphs().stream().mapToLong(Spans::length).sum();
    }

    @Override
    public VideoBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
