package press.gazette.media.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

import jakarta.inject.Singleton;

import press.gazette.media.format.DamagedFile;
import press.gazette.media.metadata.HeadReader;
import press.gazette.media.metadata.PictureHead;
import press.gazette.media.metadata.PictureTexts;
import press.gazette.media.picture.Area;
import press.gazette.media.picture.BrokenPicture;
import press.gazette.media.picture.Orientation;
import press.gazette.media.picture.PictureSource;
import press.gazette.media.picture.Pixels;
import press.gazette.media.picture.WebP;

/** Examines pictures: bounds on their pixels by their heads, and then a look at the pixels, coarse, but to the end. */
@Singleton
final class PictureExamination {

    /** Longer sides are of no use on any screen or press. */
    private static final int LONGEST_SIDE = 30_000;

    /** Enough for the average colour. */
    private static final int TRIAL_WIDTH = 64;

    /** The decoder holds the whole file in memory; renditions are not made of larger ones. */
    private static final long MOST_WEBP = 32L << 20;

    private final MediaConfig config;
    private final DecodingRoom room;

    PictureExamination(MediaConfig config, DecodingRoom room) {
        this.config = config;
        this.room = room;
    }

    /** The size and the texts of a picture, as the file has them. */
    record Result(StoredFile file, PictureTexts texts) {}

    Result examine(FileChannel file, Path path, FileType type, String hash, long bytes)
            throws IOException, DamagedFile {
        PictureHead head = head(file, type);
        checkSize(head);
        PictureTexts texts = PictureTexts.of(head);
        Orientation orientation = new Orientation(texts.orientation());
        int width = orientation.isTurned() ? head.height() : head.width();
        int height = orientation.isTurned() ? head.width() : head.height();
        StoredFile known = new StoredFile(
                hash,
                type,
                bytes,
                width,
                height,
                null,
                texts.orientation(),
                isDecoded(type, bytes, head) ? colour(path, type, orientation, new Area(0, 0, width, height)) : null,
                texts.digitalSourceType());
        return new Result(known, texts);
    }

    private static PictureHead head(FileChannel file, FileType type) throws IOException {
        return switch (type) {
            case JPEG -> HeadReader.jpeg(file);
            case PNG -> HeadReader.png(file);
            case GIF -> HeadReader.gif(file);
            case WEBP -> HeadReader.webp(file);
            case AVIF, HEIC, SVG, MP3, M4A, MP4, PDF -> HeadReader.heif(file);
        };
    }

    private void checkSize(PictureHead head) throws DamagedFile {
        int width = head.width();
        int height = head.height();
        if (width <= 0 || height <= 0) {
            throw new DamagedFile("The picture does not tell its size: it is incomplete.");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > config.mediaMaxPixels()) {
            throw new DamagedFile("The picture has " + width + " × " + height + " pixels. At most "
                    + config.mediaMaxPixels() + " are accepted, and " + LONGEST_SIDE + " on one side.");
        }
        if (head.scans() > 0 && (long) width * height > config.mediaMaxProgressivePixels()) {
            throw new DamagedFile("The picture is a progressive JPEG of " + width + " × " + height + " pixels. At most "
                    + config.mediaMaxProgressivePixels() + " are accepted; save it as a baseline JPEG.");
        }
        if (head.scans() > config.mediaMaxScans()) {
            throw new DamagedFile("The picture is a progressive JPEG with more than " + config.mediaMaxScans()
                    + " scans; save it as a baseline JPEG.");
        }
    }

    private static boolean isDecoded(FileType type, long bytes, PictureHead head) {
        return type == FileType.WEBP
                ? !head.isAnimated() && bytes <= MOST_WEBP && WebP.isThere()
                : type.format() != null;
    }

    /** The average colour. */
    private String colour(Path path, FileType type, Orientation orientation, Area whole)
            throws IOException, DamagedFile {
        PictureSource source =
                new PictureSource(path, Objects.requireNonNull(type.format()), orientation, config.mediaMaxPixels());
        try {
            return room.decode(() -> Pixels.colour(source.decode(whole, TRIAL_WIDTH)));
        } catch (BrokenPicture e) {
            throw new DamagedFile(String.valueOf(e.getMessage()));
        }
    }
}
