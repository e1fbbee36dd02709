package press.gazette.desk.changes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.change.Subject;

/** A type of resource of the desk whose changes are told to every editor. */
@Schema(name = "DeskType")
enum DeskType {
    ARTICLE(Subject.Kind.ARTICLE, "articles"),
    TAG(Subject.Kind.TAG, "tags"),
    MEDIA(Subject.Kind.MEDIA, "media"),
    LIST(Subject.Kind.LIST, "lists"),
    PAGE(Subject.Kind.PAGE, "pages"),
    SITE(Subject.Kind.SITE, "site"),
    ADDRESS(Subject.Kind.ADDRESS, "addresses");

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);

    private final Subject.Kind subjects;
    private final String collection;

    DeskType(Subject.Kind subjects, String collection) {
        this.subjects = subjects;
        this.collection = collection;
    }

    /** The type of a subject; empty: its changes are told to nobody. */
    static Optional<DeskType> of(Subject subject) {
        return Arrays.stream(values())
                .filter(type -> type.subjects == subject.kind())
                .findFirst();
    }

    /** True if the resource is known by its key, not by an id. */
    boolean hasKey() {
        return this == LIST || this == PAGE;
    }

    /** True if there is one resource of the type, without id and key. */
    boolean isOne() {
        return this == SITE;
    }

    /** The path of a resource, from the root. */
    String path(Subject subject) {
        return "/v1/desk/" + collection + (isOne() ? "" : "/" + subject.key());
    }
}
