package press.gazette.media;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of content that use media. */
@Schema(name = "MediaUserKind", description = "The kind of content that uses a medium. Expect further ones.")
public enum UserKind {
    @JsonProperty("article")
    ARTICLE,

    @JsonProperty("tag")
    TAG,

    @JsonProperty("list")
    LIST,

    @JsonProperty("site")
    SITE;

    /** The word in JSON and in the parameter {@code usedBy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
