package press.gazette.feed.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, for formats whose objects have many optional members. */
final class JsonMembers {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a member unless it is null or empty. */
    JsonMembers with(String name, @Nullable Object value) {
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
