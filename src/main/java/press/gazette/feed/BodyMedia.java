package press.gazette.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
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
import press.gazette.feed.format.FeedMedia;
import press.gazette.feed.format.MediaKind;
import press.gazette.media.Picture;

/**
 * Lists the films, the sound and the pictures of galleries in a body, which formats carry besides its HTML. Media whose
 * URL cannot be encoded as a URI are left out; their link in the HTML remains.
 */
final class BodyMedia implements BlockWriter<Stream<FeedMedia>> {

    /** The URL of this server, without a slash at the end. */
    private final String server;

    private BodyMedia(String server) {
        this.server = server;
    }

    /**
     * The media in reading order, each once.
     *
     * @param lead the lead picture, which is left out because feeds have it already; null if there is none
     * @param server the address of this server, without a slash at the end; it is put before media paths
     */
    static List<FeedMedia> of(List<Block> blocks, @Nullable Picture lead, String server) {
        BodyMedia lister = new BodyMedia(server);
        Set<String> known = new HashSet<>();
        if (lead != null) {
            addNew(known, lister.absolute(lead.url()), lead.id());
        }
        return lister.of(blocks.stream())
                .filter(medium -> addNew(known, medium.url(), medium.id()))
                .toList();
    }

    /** Adds URL and id to the known ones; false if one of them is among them. */
    private static boolean addNew(Set<String> known, @Nullable String url, @Nullable UUID id) {
        boolean other = url == null || known.add(url);
        return (id == null || known.add(id.toString())) && other;
    }

    private Stream<FeedMedia> of(Stream<Block> blocks) {
        return blocks.flatMap(block -> block.writeTo(this));
    }

    @Override
    public Stream<FeedMedia> video(VideoBlock block) {
        String poster = block.poster() == null ? null : absolute(block.poster());
        return Stream.ofNullable(absolute(block.url()))
                .map(url -> new FeedMedia(
                        MediaKind.VIDEO,
                        url,
                        block.media(),
                        block.caption(),
                        "",
                        block.credit(),
                        block.width(),
                        block.height(),
                        block.duration(),
                        poster));
    }

    @Override
    public Stream<FeedMedia> audio(AudioBlock block) {
        return Stream.ofNullable(absolute(block.url()))
                .map(url -> new FeedMedia(
                        MediaKind.AUDIO,
                        url,
                        block.media(),
                        block.caption(),
                        "",
                        block.credit(),
                        null,
                        null,
                        block.duration(),
                        null));
    }

    @Override
    public Stream<FeedMedia> gallery(GalleryBlock block) {
        return block.images().stream().flatMap(this::picture);
    }

    private Stream<FeedMedia> picture(ImageBlock image) {
        return Stream.ofNullable(absolute(image.url()))
                .map(url -> new FeedMedia(
                        MediaKind.PICTURE,
                        url,
                        image.media(),
                        image.caption(),
                        image.alt(),
                        image.credit(),
                        image.width(),
                        image.height(),
                        null,
                        null));
    }

    @Override
    public Stream<FeedMedia> box(BoxBlock block) {
        return of(block.inner());
    }

    private @Nullable String absolute(String url) {
        return WebAddress.encoded(url.startsWith("/") ? server + url : url);
    }

    @Override
    public Stream<FeedMedia> paragraph(ParagraphBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> heading(HeadingBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> quote(QuoteBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> list(ListBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> image(ImageBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> embed(EmbedBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> code(CodeBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> divider(DividerBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> table(TableBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> file(FileBlock block) {
        return Stream.empty();
    }

    @Override
    public Stream<FeedMedia> notes(NotesBlock block) {
        return Stream.empty();
    }
}
