package press.gazette.body.html;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.VideoBlock;
import press.gazette.body.block.VideoBlock.MediaTrack;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;

/** Writes pictures, films, sound, embeds and the like as HTML; each is a figure. */
final class FigureHtml {

    private static final String LINK_END = "</a>";

    private FigureHtml() {}

    static String image(ImageBlock block) {
        String img = "<img" + InlineHtml.attribute("src", block.url()) + InlineHtml.attribute("alt", block.alt())
                + InlineHtml.attribute("width", block.width()) + InlineHtml.attribute("height", block.height())
                + " loading=\"lazy\">";
        boolean links = block.link() != null || block.article() != null;
        String linked = links ? InlineHtml.anchor(block) + img + LINK_END : img;
        String role = block.role() == null ? null : block.role().word();
        return figure(
                InlineHtml.attribute(DataAttribute.ROLE, role)
                        + InlineHtml.attribute(DataAttribute.MEDIA, block.media()),
                linked + caption(block.captionSpans(), block.credit()));
    }

    static String gallery(GalleryBlock block) {
        return block.images().stream()
                .map(FigureHtml::image)
                .collect(Collectors.joining(
                        "",
                        "<figure " + DataAttribute.GALLERY + "=\"\">",
                        caption(block.captionSpans(), null) + "</figure>"));
    }

    static String embed(EmbedBlock block) {
        return embed(block, "");
    }

    static String framed(EmbedBlock block, String source) {
        String title = block.title() == null ? block.fallback() : block.title();
        return embed(
                block,
                "<iframe" + InlineHtml.attribute("src", source) + InlineHtml.attribute("title", title)
                        + InlineHtml.attribute("width", block.width()) + InlineHtml.attribute("height", block.height())
                        + " allowfullscreen=\"\"></iframe>");
    }

    private static String embed(EmbedBlock block, String frame) {
        String link = InlineHtml.anchor(block.url(), block.title()) + InlineHtml.escaped(block.fallback()) + LINK_END;
        return figure(
                InlineHtml.attribute(DataAttribute.EMBED, block.provider())
                        + InlineHtml.attribute(DataAttribute.WIDTH, block.width())
                        + InlineHtml.attribute(DataAttribute.HEIGHT, block.height()),
                frame + link + caption(block.captionSpans(), null));
    }

    static String video(VideoBlock block) {
        List<MediaTrack> tracks = block.tracks() == null ? List.of() : block.tracks();
        String film = tracks.stream()
                .map(FigureHtml::track)
                .collect(Collectors.joining(
                        "",
                        "<video controls=\"\" preload=\"none\"" + InlineHtml.attribute("src", block.url())
                                + InlineHtml.attribute("poster", block.poster())
                                + InlineHtml.attribute("width", block.width())
                                + InlineHtml.attribute("height", block.height()) + ">",
                        "</video>"));
        return figure(
                InlineHtml.attribute(DataAttribute.DURATION, block.duration())
                        + InlineHtml.attribute(DataAttribute.MEDIA, block.media()),
                film + caption(block.captionSpans(), block.credit()) + transcript(block.transcriptParagraphs()));
    }

    static String audio(AudioBlock block) {
        String sound = "<audio controls=\"\" preload=\"none\"" + InlineHtml.attribute("src", block.url()) + "></audio>";
        return figure(
                InlineHtml.attribute(DataAttribute.DURATION, block.duration())
                        + InlineHtml.attribute(DataAttribute.MEDIA, block.media()),
                sound + caption(block.captionSpans(), block.credit()) + transcript(block.transcriptParagraphs()));
    }

    static String file(FileBlock block) {
        String type = block.mediaType() == null ? "" : block.mediaType();
        return figure(
                InlineHtml.attribute(DataAttribute.FILE, type)
                        + InlineHtml.attribute(DataAttribute.SIZE, block.size())
                        + InlineHtml.attribute(DataAttribute.MEDIA, block.media()),
                InlineHtml.anchor(block.url(), null) + InlineHtml.escaped(block.name()) + LINK_END);
    }

    private static String figure(String attributes, String inside) {
        return "<figure" + attributes + ">" + inside + "</figure>";
    }

    private static String track(MediaTrack track) {
        return "<track" + InlineHtml.attribute("kind", track.kind()) + InlineHtml.attribute("src", track.url())
                + InlineHtml.attribute("srclang", track.language()) + InlineHtml.attribute("label", track.label())
                + ">";
    }

    /**
     * The caption with the credit in small print at its end. If the caption has small print or a citation of its own, a
     * class marks the credit; without a credit the marked element is empty.
     */
    private static String caption(List<Span> words, @Nullable String credit) {
        if (words.isEmpty() && credit == null) {
            return "";
        }
        boolean ambiguous = words.stream().anyMatch(span -> span.has(Mark.SMALL) || span.has(Mark.CITE));
        String by = credit == null ? "" : InlineHtml.escaped(credit);
        String small = credit == null && !ambiguous
                ? ""
                : "<small" + (ambiguous ? " class=\"credit\"" : "") + ">" + by + "</small>";
        String gap = words.isEmpty() || small.isEmpty() ? "" : " ";
        return "<figcaption>" + InlineHtml.of(words) + gap + small + "</figcaption>";
    }

    private static String transcript(List<List<Span>> paragraphs) {
        return paragraphs.isEmpty()
                ? ""
                : paragraphs.stream()
                        .map(paragraph -> InlineHtml.in("p", paragraph))
                        .collect(Collectors.joining(
                                "",
                                "<details " + DataAttribute.TRANSCRIPT + "=\"\"><summary>Transcript</summary>",
                                "</details>"));
    }
}
