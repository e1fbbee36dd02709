package press.gazette.body;

import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.Block;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.VideoBlock;
import press.gazette.body.inline.Address;

/** Generated pictures, films, sounds, files and embeds. */
final class MediaBlocks {

    private static final String[] PICTURES = {
        "/media/1.jpg", "https://cdn.example.org/a_(b).webp?w=1&h=2", "/'*_[x]&lt;.png"
    };

    private MediaBlocks() {}

    static Arbitrary<ImageBlock> pictures() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 65_535).injectNull(0.5);
        Arbitrary<String> line = Texts.texts().injectNull(0.4);
        return Combinators.combine(Arbitraries.of(PICTURES), Texts.texts(), line, line, sides, sides)
                .as(ImageBlock::new);
    }

    static Arbitrary<ImageBlock> richPictures() {
        return Combinators.combine(
                        pictures(),
                        Texts.spans().injectNull(0.4),
                        Arbitraries.of(ImageBlock.Role.class).injectNull(0.5),
                        Arbitraries.of(Texts.LINKS).injectNull(0.5),
                        Arbitraries.of(Texts.ARTICLES).injectNull(0.5),
                        Arbitraries.just(UUID.fromString("01936f3e-0000-7000-8000-000000000001"))
                                .injectNull(0.6))
                .as((picture, caption, role, link, article, media) -> new ImageBlock(
                        picture.url(),
                        picture.alt(),
                        null,
                        picture.credit(),
                        picture.width(),
                        picture.height(),
                        caption,
                        role,
                        link,
                        link == null ? article : null,
                        media));
    }

    static Arbitrary<Block> galleries() {
        return Combinators.combine(
                        richPictures().list().ofMinSize(1).ofMaxSize(3),
                        Texts.spans().injectNull(0.4))
                .as((pictures, caption) -> new GalleryBlock(pictures, null, caption));
    }

    static Arbitrary<Block> films() {
        Arbitrary<VideoBlock.MediaTrack> track = Combinators.combine(
                        Arbitraries.of(PICTURES),
                        Arbitraries.of("subtitles", "chapters"),
                        Arbitraries.of("fr").injectNull(0.5),
                        Texts.texts())
                .as(VideoBlock.MediaTrack::new);
        return Combinators.combine(
                        Arbitraries.of(PICTURES),
                        Arbitraries.of(PICTURES).injectNull(0.5),
                        Texts.spans().injectNull(0.4),
                        Texts.texts().injectNull(0.5),
                        Arbitraries.integers().between(0, 9_999).injectNull(0.5),
                        track.list().ofMaxSize(2),
                        Texts.spans().list().ofMaxSize(2))
                .as((url, poster, caption, credit, number, tracks, transcript) -> new VideoBlock(
                        url,
                        poster,
                        null,
                        caption,
                        credit,
                        number,
                        number == null || number == 0 ? null : number,
                        null,
                        tracks,
                        transcript,
                        null));
    }

    static Arbitrary<Block> sounds() {
        return Combinators.combine(
                        Arbitraries.of(PICTURES),
                        Texts.spans().injectNull(0.4),
                        Texts.texts().injectNull(0.5),
                        Texts.spans().list().ofMaxSize(2))
                .as((url, caption, credit, transcript) ->
                        new AudioBlock(url, null, caption, credit, 7, transcript, null));
    }

    static Arbitrary<Block> files() {
        return Combinators.combine(
                        Arbitraries.of(PICTURES),
                        Texts.texts(),
                        Arbitraries.of("application/pdf").injectNull(0.5),
                        Arbitraries.longs().between(0, 9_999_999_999L).injectNull(0.5))
                .as((url, name, type, size) -> new FileBlock(url, name, type, size, null));
    }

    static Arbitrary<Block> embeds() {
        return Combinators.combine(
                        Arbitraries.of("youtube", "x", "9gag-2"),
                        Arbitraries.of(Texts.LINKS).filter(Address::isEmbed),
                        Texts.texts())
                .as(EmbedBlock::new);
    }

    static Arbitrary<Block> richEmbeds() {
        return Combinators.combine(
                        Arbitraries.of(Texts.LINKS).filter(Address::isEmbed),
                        Texts.texts(),
                        Texts.texts().injectNull(0.5),
                        Arbitraries.of(16, 9).injectNull(0.5),
                        Texts.spans().injectNull(0.5))
                .as((url, fallback, title, side, caption) ->
                        new EmbedBlock("vimeo", url, fallback, title, side, side, null, caption));
    }
}
