package press.gazette.feed;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.Block;
import press.gazette.body.block.BlockWriter;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.block.VideoBlock;
import press.gazette.body.html.HtmlWriter;
import press.gazette.body.inline.Address;

/**
 * Writes an article's body for feeds: HTML with absolute URLs, since feeds are read outside of this server. Links
 * replace players and frames, which feed readers remove; frames of allowed hosts stay. Headings have no ids; links to a
 * heading lead to the article's page.
 */
final class FeedBody implements BlockWriter<String> {

    private static final HtmlWriter HTML = HtmlWriter.HTML;

    /** A link to an article of this newsroom. Its id means nothing elsewhere. */
    private static final Pattern OF_ARTICLE = Pattern.compile("<a href=\"([^\"]*)\" data-article=\"[^\"]*\"");

    /** The start of a relative link. In text the first character is an entity, so only tags match. */
    private static final Pattern LINK = Pattern.compile("<a href=\"(?=[/#])");

    private static final Pattern OF_HEADING = Pattern.compile("^(<h[2-4]) id=\"[^\"]*\"");

    /** The URL of this server, without a slash at the end. */
    private final String server;

    private final FeedFrames frames;

    private FeedBody(String server, FeedFrames frames) {
        this.server = server;
        this.frames = frames;
    }

    /**
     * The body as HTML.
     *
     * @param blocks with the addresses of the articles that they link to
     * @param server the address of this server, without a slash at the end; it is put before paths of media and articles
     * @param page the absolute address of the article's page; links are resolved against it
     */
    static String write(List<Block> blocks, String server, String page, FeedFrames frames) {
        FeedBody format = new FeedBody(server, frames);
        String html = OF_ARTICLE
                .matcher(format.write(blocks))
                .replaceAll(link -> Matcher.quoteReplacement(
                        "<a href=\"" + (link.group(1).startsWith("/") ? escaped(server) : "") + link.group(1) + '"'));
        return LINK.matcher(html).replaceAll(link -> {
            boolean within = html.charAt(link.end()) == '#';
            return Matcher.quoteReplacement("<a href=\"" + (within ? escaped(page) : origin(page)));
        });
    }

    private String write(List<Block> blocks) {
        return blocks.stream().map(block -> block.writeTo(this)).collect(Collectors.joining("\n"));
    }

    /** Scheme and host of an absolute address. */
    private static String origin(String page) {
        int path = page.indexOf('/', page.indexOf("//") + 2);
        return escaped(path < 0 ? page : page.substring(0, path));
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;").replace("\"", "&quot;");
    }

    @Override
    public String paragraph(ParagraphBlock block) {
        return HTML.paragraph(block);
    }

    @Override
    public String heading(HeadingBlock block) {
        return OF_HEADING.matcher(HTML.heading(block)).replaceFirst("$1");
    }

    @Override
    public String quote(QuoteBlock block) {
        return HTML.quote(block);
    }

    @Override
    public String list(ListBlock block) {
        return HTML.list(block);
    }

    @Override
    public String image(ImageBlock block) {
        return HTML.image(block.seenFromElsewhere(server));
    }

    @Override
    public String embed(EmbedBlock block) {
        String frame = frames.of(block);
        return frame == null ? HTML.embed(block) : HTML.framed(block, frame);
    }

    @Override
    public String code(CodeBlock block) {
        return HTML.code(block);
    }

    @Override
    public String divider(DividerBlock block) {
        return HTML.divider(block);
    }

    @Override
    public String gallery(GalleryBlock block) {
        List<ImageBlock> images = block.images().stream()
                .map(image -> image.seenFromElsewhere(server))
                .toList();
        return HTML.gallery(new GalleryBlock(images, block.caption(), block.captionText()));
    }

    /** Writes a link to the film. The poster is left out: it is no picture of the story. */
    @Override
    public String video(VideoBlock block) {
        return link(block.url(), block.caption());
    }

    @Override
    public String audio(AudioBlock block) {
        return link(block.url(), block.caption());
    }

    private String link(String url, @Nullable String caption) {
        return HTML.file(
                new FileBlock(absolute(url), Objects.requireNonNullElse(caption, absolute(url)), null, null, null));
    }

    @Override
    public String table(TableBlock block) {
        return HTML.table(block);
    }

    @Override
    public String box(BoxBlock block) {
        return HTML.box(block, write(block.blocks()));
    }

    @Override
    public String file(FileBlock block) {
        return HTML.file(
                new FileBlock(absolute(block.url()), block.name(), block.mediaType(), block.size(), block.media()));
    }

    @Override
    public String notes(NotesBlock block) {
        return HTML.notes(block);
    }

    /** The absolute URL. One that no block could hold with the server before it stays relative. */
    private String absolute(String url) {
        String absolute = server + url;
        return url.startsWith("/") && Address.isPicture(absolute) ? absolute : url;
    }
}
