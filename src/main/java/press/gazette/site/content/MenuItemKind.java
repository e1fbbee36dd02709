package press.gazette.site.content;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of what an item of a menu leads to. */
public enum MenuItemKind {
    TAG,
    PAGE,
    LIST,
    ARTICLE,
    /** A URL; it has no resource in this API. */
    LINK;

    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /** The path of a resource of this kind; not for links. */
    public String path(String ref) {
        return "/v1/" + word + "s/" + ref;
    }
}
