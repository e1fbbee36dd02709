package press.gazette.feed.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A JSON object while it is written, for formats whose objects have many members and mostly few of them. */
final class Members {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a member; one that is absent or empty is left out. */
    Members with(String name, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> all && all.isEmpty())) {
            members.put(name, value);
        }
        return this;
    }

    @JsonValue
    Map<String, Object> members() {
        return members;
    }
}
