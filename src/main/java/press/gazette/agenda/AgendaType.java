package press.gazette.agenda;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The type of a resource of which the agenda has events. */
@Schema(name = "AgendaType")
enum AgendaType {
    ARTICLE("articles/"),
    LIST("lists/"),
    SITE("site"),
    MEDIA("media/");

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);

    private final String path;

    AgendaType(String path) {
        this.path = path;
    }

    /** The path of a resource at the desk, from the root. */
    String path(String ref) {
        return "/v1/desk/" + path + ref;
    }
}
