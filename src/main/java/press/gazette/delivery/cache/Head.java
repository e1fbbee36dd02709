package press.gazette.delivery.cache;

import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Headers that leave again and again, in the form in which the server only has to copy them. */
public final class Head {

    private final CharSequence[] names;
    private final CharSequence[] values;

    private Head(Map<String, String> headers) {
        names = headers.keySet().stream().map(HttpHeaders::createOptimized).toArray(CharSequence[]::new);
        values = headers.values().stream().map(HttpHeaders::createOptimized).toArray(CharSequence[]::new);
    }

    /** In the order of the map. */
    public static Head of(Map<String, String> headers) {
        return new Head(new LinkedHashMap<>(headers));
    }

    /** Adds them to those of an answer, which must have none of these names yet. */
    public void addTo(MultiMap headers) {
        for (int i = 0; i < names.length; i++) {
            headers.add(names[i], values[i]);
        }
    }

    /** How many characters they have. */
    int length() {
        int length = 0;
        for (int i = 0; i < names.length; i++) {
            length += names[i].length() + values[i].length();
        }
        return length;
    }
}
