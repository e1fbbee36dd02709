package press.gazette.importer.job;

import java.nio.file.Path;
import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

import press.gazette.importer.feed.FeedSource;
import press.gazette.importer.ghost.GhostSource;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.wordpress.WordpressSource;

/** The formats of files. */
public enum ImportFormat {
    /** WXR, the export of WordPress. */
    WORDPRESS,

    /** The JSON export of Ghost 4 to 6. */
    GHOST,

    /** A feed with full text: RSS 2.0 or Atom. */
    RSS;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /** Opens a file. Throws {@link press.gazette.importer.item.UnreadableFile} if it is not of this format. */
    ImportSource source(Path file, ImportMapping mapping) {
        return switch (this) {
            case WORDPRESS -> new WordpressSource(file, mapping);
            case GHOST -> new GhostSource(file, mapping);
            case RSS -> new FeedSource(file, mapping);
        };
    }
}
