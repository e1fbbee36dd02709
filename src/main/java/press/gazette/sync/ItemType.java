package press.gazette.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.change.Subject;

/** A type of subject whose changes are public. */
@Schema(name = "ChangedType")
public enum ItemType {
    ARTICLE(Subject.Kind.ARTICLE),
    TAG(Subject.Kind.TAG),
    LIST(Subject.Kind.LIST),
    PAGE(Subject.Kind.PAGE),
    MEDIA(Subject.Kind.MEDIA);

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);

    private final Subject.Kind subjects;

    ItemType(Subject.Kind subjects) {
        this.subjects = subjects;
    }

    /** The type of a subject; empty if its changes are not told. */
    static Optional<ItemType> of(Subject subject) {
        return Arrays.stream(values())
                .filter(type -> type.subjects == subject.kind())
                .findFirst();
    }

    /** True if readers know a subject of this type by its key, not by an id. */
    boolean hasKey() {
        return this == LIST || this == PAGE;
    }

    /** The path of a subject from the root; empty for pictures, which have no resource of their own. */
    Optional<String> path(String ref) {
        return this == MEDIA ? Optional.empty() : Optional.of("/v1/" + word + "s/" + ref);
    }
}
