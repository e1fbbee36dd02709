package press.gazette.importer.job;

import java.nio.file.Path;
import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.wordpress.WordpressSource;

/** The formats of files. */
public enum ImportFormat {
    /** WXR, the export of WordPress. */
    WORDPRESS;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /** Opens a file. Throws {@link press.gazette.importer.item.UnreadableFile} if it is not of this format. */
    ImportSource source(Path file, ImportMapping mapping) {
        return switch (this) {
            case WORDPRESS -> new WordpressSource(file, mapping);
        };
    }
}
