package press.gazette.importer.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

import press.gazette.importer.feed.FeedSource;
import press.gazette.importer.ghost.GhostSource;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.ninjs.NinjsSource;
import press.gazette.importer.wordpress.WordpressSource;

/** The formats of files. */
public enum ImportFormat {
    /** WXR, the export of WordPress. */
    WORDPRESS,

    /** The JSON export of Ghost 4 to 6. */
    GHOST,

    /** A feed with full text: RSS 2.0 or Atom. */
    RSS,

    /** Items of a news agency: ninjs 1.0 to 3.1. */
    NINJS,

    /** An export of Gazette itself: lines, or an archive with files. It is no source of items, but of whole rows. */
    NDJSON;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /** Opens files. Throws {@link press.gazette.importer.item.UnreadableFile} if one is not of this format. */
    ImportSource source(List<Path> files, ImportMapping mapping) {
        return switch (this) {
            case WORDPRESS -> new WordpressSource(files, mapping);
            case GHOST -> new GhostSource(files, mapping);
            case RSS -> new FeedSource(files, mapping);
            case NINJS -> new NinjsSource(files, mapping);
            case NDJSON -> throw new IllegalStateException("An export of Gazette has rows");
        };
    }
}
