package press.gazette.importer;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.sample.SampleStore;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.media.Rendition;
import press.gazette.media.metadata.PictureTexts;

/** The pictures, films and sounds of the sample newsroom. Drawings stand in for pictures while the store cannot be used. */
final class SamplePictures {

    private static final String PICTURES = "/newsroom/pictures/";

    private final SampleStore store;
    private final Instant load;

    private SamplePictures(SampleStore store, Instant load) {
        this.store = store;
        this.load = load;
    }

    static void load(SampleFiles.Pictures files, SampleStore store, Instant load) {
        SamplePictures pictures = new SamplePictures(store, load);
        files.recordings().forEach(each -> pictures.isStored(each.stored(), "", each.caption(), each.credit()));
        files.pictures().stream()
                .filter(each -> each.stored() == null
                        || !pictures.isStored(each.stored(), each.alt(), each.caption(), each.credit()))
                .forEach(SamplePictures::draw);
    }

    private boolean isStored(
            SampleFiles.StoredEntry file, String alt, @Nullable String caption, @Nullable String credit) {
        PictureTexts texts = new PictureTexts(caption, credit, alt, null, 1);
        return store.file(file.file(), file.known(), texts, load).isPresent();
    }

    private static void draw(SampleFiles.PictureEntry entry) {
        String url = url(entry);
        int inset = (entry.width() - entry.height()) / 2;
        // A fragment that shows a part of the drawing (SVG 2 §16.3): a crop without a second file.
        String square = "%s#svgView(viewBox(%d,0,%d,%d))".formatted(url, inset, entry.height(), entry.height());
        new Media(new Picture(
                        null,
                        url,
                        entry.alt(),
                        entry.caption(),
                        entry.credit(),
                        entry.width(),
                        entry.height(),
                        List.of(
                                new Rendition("wide", url, entry.width(), entry.height()),
                                new Rendition("square", square, entry.height(), entry.height()))))
                .persist();
    }

    /** The URL that identifies a drawing in the database. */
    static String url(SampleFiles.PictureEntry entry) {
        return PICTURES + entry.file();
    }
}
