package press.gazette.body.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.Block;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.VideoBlock;
import press.gazette.body.block.VideoBlock.MediaTrack;
import press.gazette.body.html.DataAttribute;
import press.gazette.body.html.EmbedProviders;
import press.gazette.body.inline.Address;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Span;
import press.gazette.body.reading.DocumentIndex.FigureContent;

/** Reads pictures, films, sound, frames and files of a document as blocks, with their captions. */
final class FigureReader {

    private static final String SRC = "src";
    private static final String HREF = "href";
    private static final String NUMBER = "[0-9]{1,15}";

    private final DocumentContext context;

    FigureReader(DocumentContext context) {
        this.context = context;
    }

    /** The block for the whole figure; empty if the figure is to be read piece by piece. */
    Optional<Block> figure(FigureContent figure) {
        Element element = figure.element;
        if (element.hasAttr(DataAttribute.EMBED)) {
            return embed(element, figure);
        }
        if (element.hasAttr(DataAttribute.FILE)) {
            return file(element);
        }
        if (figure.hasWords() && !element.className().contains("wp-block-embed")) {
            return Optional.empty();
        }
        if (isGallery(figure)) {
            return gallery(figure);
        }
        boolean single = figure.figures.isEmpty() && figure.tables.isEmpty() && figure.quotes.isEmpty();
        if (single && figure.players.size() == 1 && figure.images.isEmpty()) {
            return player(figure.players.get(0), figure);
        }
        if (single && figure.frames.size() == 1 && figure.images.isEmpty()) {
            return frame(figure.frames.get(0)).map(embed -> embed.captioned(captionOf(figure.caption)));
        }
        if (single && element.className().contains("wp-block-embed")) {
            return EmbedProviders.anywhere(figure.words.toString())
                    .map(embed -> embed.captioned(captionOf(figure.caption)));
        }
        boolean picture = single && figure.images.size() == 1 && figure.players.isEmpty() && figure.frames.isEmpty();
        return picture ? image(figure.images.get(0)).map(image -> captioned(image, figure)) : Optional.empty();
    }

    private static boolean isGallery(FigureContent figure) {
        boolean pictures = figure.figures.stream().allMatch(FigureReader::isPicture)
                && figure.players.isEmpty()
                && figure.frames.isEmpty()
                && figure.tables.isEmpty()
                && figure.quotes.isEmpty();
        int count = figure.figures.size() + figure.images.size();
        boolean named = figure.element.hasAttr(DataAttribute.GALLERY);
        return pictures && count <= GalleryBlock.MAX_IMAGES && (count > 1 || (named && count == 1));
    }

    private static boolean isPicture(FigureContent figure) {
        return figure.images.size() == 1
                && figure.figures.isEmpty()
                && figure.players.isEmpty()
                && figure.frames.isEmpty()
                && !figure.hasWords();
    }

    private Optional<Block> gallery(FigureContent figure) {
        List<ImageBlock> images = new ArrayList<>();
        // In document order. Each picture has a figure of its own or stands bare.
        for (Element img : figure.element.select("img")) {
            FigureContent own = figure.figures.stream()
                    .filter(inner -> inner.images.contains(img))
                    .findFirst()
                    .orElse(null);
            if (own != null || figure.images.contains(img)) {
                image(img)
                        .map(image -> own == null ? image : captioned(image, own))
                        .ifPresent(images::add);
            }
        }
        if (images.isEmpty()) {
            return Optional.empty();
        }
        Line line = Line.of("gallery.caption", captionOf(figure.caption));
        return Optional.of(new GalleryBlock(images, line.plain(), line.rich()));
    }

    /** The picture; empty, with a loss, if a body may not hold its address. */
    Optional<ImageBlock> image(Element img) {
        String url = context.links().picture(img);
        if (url.isEmpty()) {
            context.reportLoss(img, img.attr("alt"));
            return Optional.empty();
        }
        ImageBlock image = new ImageBlock(
                url, img.attr("alt"), null, null, ImageElements.side(img, "width"), ImageElements.side(img, "height"));
        return Optional.of(linked(image.placed(ImageElements.role(img)), img));
    }

    /** The picture with the target of the anchor around it, unless that is the picture itself. */
    private ImageBlock linked(ImageBlock image, Element img) {
        Element anchor = img.parent();
        for (int up = 0; up < NEAR && anchor != null && !anchor.nameIs("a"); up++) {
            anchor = anchor.parent();
        }
        if (anchor == null || !anchor.nameIs("a")) {
            return image;
        }
        UUID article = LinkResolver.article(anchor);
        if (article != null) {
            return image.linkedTo(article, null);
        }
        String href = context.links().link(anchor);
        return href == null || href.equals(image.url()) ? image : image.linked(href);
    }

    /** The picture with the caption, credit, place and id from its figure. */
    ImageBlock captioned(ImageBlock image, FigureContent figure) {
        ImageBlock.Role role = ImageElements.role(figure.element);
        ImageBlock placed = image.placed(role == null ? image.role() : role);
        Element credit = figure.caption == null ? null : ElementText.credit(figure.caption);
        ImageBlock captioned = placed.captioned(
                figure.caption == null ? List.of() : context.line(figure.caption, credit),
                credit == null ? null : text(credit));
        UUID media = ImageElements.media(figure.element);
        return media == null ? captioned : captioned.from(media);
    }

    private List<Span> captionOf(@Nullable Element caption) {
        return caption == null ? List.of() : context.line(caption, null);
    }

    /** The embed that our own HTML writes as this figure. */
    private Optional<Block> embed(Element figure, FigureContent content) {
        String provider = figure.attr(DataAttribute.EMBED);
        Element link = figure.firstElementChild();
        String url = link == null ? "" : context.links().media(link, HREF);
        if (link == null || !EmbedBlock.isProvider(provider) || !Address.isEmbed(url)) {
            return Optional.empty();
        }
        Line line = Line.of("embed.caption", captionOf(content.caption));
        return Optional.of(new EmbedBlock(
                provider,
                url,
                text(link),
                context.styles().text(link, "title"),
                ImageElements.side(figure, DataAttribute.WIDTH),
                ImageElements.side(figure, DataAttribute.HEIGHT),
                line.plain(),
                line.rich()));
    }

    private Optional<Block> file(Element figure) {
        Element link = figure.firstElementChild();
        String url = link == null ? "" : context.links().media(link, HREF);
        if (link == null || url.isEmpty()) {
            return Optional.empty();
        }
        String type = figure.attr(DataAttribute.FILE);
        String size = figure.attr(DataAttribute.SIZE);
        return Optional.of(new FileBlock(
                url,
                text(link),
                FileBlock.isMediaType(type) ? type : null,
                size.matches(NUMBER) ? Long.valueOf(size) : null,
                ImageElements.media(figure)));
    }

    /** The film or sound; empty, with a loss, if a body may not hold its address. */
    Optional<Block> player(Element player, @Nullable FigureContent figure) {
        String url = source(player);
        if (url.isEmpty()) {
            context.reportLoss(player, player.text());
            return Optional.empty();
        }
        Element caption = figure == null ? null : figure.caption;
        Element credit = caption == null ? null : ElementText.credit(caption);
        Line line = Line.of("caption", caption == null ? List.of() : context.line(caption, credit));
        String by = credit == null ? null : text(credit);
        Integer duration = figure == null ? null : duration(figure.element);
        List<List<Span>> spoken = figure == null ? List.of() : transcript(figure.element);
        UUID media = figure == null ? null : ImageElements.media(figure.element);
        if (player.nameIs("audio")) {
            player.children().stream().filter(child -> child.nameIs("track")).forEach(this::lose);
            return Optional.of(new AudioBlock(url, line.plain(), line.rich(), by, duration, spoken, media));
        }
        String poster = context.links().media(player, "poster");
        if (poster.isEmpty() && !player.attr("poster").isBlank()) {
            context.reportLoss(player, "poster", player.attr("poster"));
        }
        return Optional.of(new VideoBlock(
                url,
                poster.isEmpty() ? null : poster,
                line.plain(),
                line.rich(),
                by,
                duration,
                ImageElements.side(player, "width"),
                ImageElements.side(player, "height"),
                tracks(player),
                spoken,
                media));
    }

    private String source(Element player) {
        String own = context.links().media(player, SRC);
        return !own.isEmpty()
                ? own
                : player.children().stream()
                        .filter(child -> child.nameIs("source"))
                        .map(child -> context.links().media(child, SRC))
                        .filter(url -> !url.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private List<MediaTrack> tracks(Element player) {
        List<MediaTrack> tracks = new ArrayList<>();
        for (Element track : player.children()) {
            String url = track.nameIs("track") ? context.links().media(track, SRC) : "";
            String kind = track.attr("kind").isEmpty() ? "subtitles" : track.attr("kind");
            if (!url.isEmpty() && MediaTrack.isKind(kind)) {
                String language = track.attr("srclang");
                tracks.add(new MediaTrack(
                        url,
                        kind,
                        Span.isLanguage(language) ? language : null,
                        context.styles().text(track, "label")));
            } else if (track.nameIs("track")) {
                lose(track);
            }
        }
        return tracks;
    }

    private void lose(Element track) {
        context.reportLoss(track, track.attr("label"));
    }

    private List<List<Span>> transcript(Element figure) {
        return figure.children().stream()
                .filter(child -> child.hasAttr(DataAttribute.TRANSCRIPT))
                .flatMap(child -> child.children().stream())
                .filter(child -> child.nameIs("p"))
                .map(context::text)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static @Nullable Integer duration(Element figure) {
        String seconds = figure.attr(DataAttribute.DURATION);
        boolean number = seconds.matches("[0-9]{1,7}") && VideoBlock.isDuration(Integer.parseInt(seconds));
        return number ? Integer.valueOf(seconds) : null;
    }

    /** The embed for a frame; empty, with a loss, if a body may not hold its address. */
    Optional<EmbedBlock> frame(Element frame) {
        String late = context.links().media(frame, "data-src");
        String url = late.isEmpty() ? context.links().media(frame, SRC) : late;
        if (!Address.isEmbed(url)) {
            context.reportLoss(frame, frame.attr("title"));
            return Optional.empty();
        }
        String title = context.styles().text(frame, "title");
        EmbedBlock embed = EmbedProviders.of(url, title == null ? "" : title);
        return Optional.of(embed.sized(ImageElements.side(frame, "width"), ImageElements.side(frame, "height")));
    }

    private static String text(Element element) {
        return ElementText.of(element);
    }

    /** The search for the anchor around a picture goes up this many elements. */
    private static final int NEAR = 3;
}
