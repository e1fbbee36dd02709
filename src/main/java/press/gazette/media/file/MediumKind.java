package press.gazette.media.file;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of media. The names are stored. */
@Schema(name = "MediumKind", description = "The kind of a medium. Expect further ones.")
public enum MediumKind {
    @JsonProperty("picture")
    PICTURE,

    @JsonProperty("film")
    FILM,

    @JsonProperty("sound")
    SOUND,

    @JsonProperty("document")
    DOCUMENT;

    /** The kind with this word. */
    public static MediumKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
