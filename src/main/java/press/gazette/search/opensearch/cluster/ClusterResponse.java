package press.gazette.search.opensearch.cluster;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads a response of OpenSearch: objects as maps, arrays as lists. A member that is not there is empty, or 0. */
public record ClusterResponse(@Nullable Object value) {

    /** The member behind these names. */
    public ClusterResponse at(String... names) {
        Object at = value;
        for (String name : names) {
            at = at instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return new ClusterResponse(at);
    }

    public List<ClusterResponse> list() {
        return value instanceof List<?> list
                ? list.stream().map(ClusterResponse::new).toList()
                : List.of();
    }

    public boolean isPresent() {
        return value != null;
    }

    public long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    public double fraction() {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    public String text() {
        return value == null ? "" : value.toString();
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** The names of the members. */
    public List<String> names() {
        return value instanceof Map<?, ?> object
                ? object.keySet().stream().map(String::valueOf).sorted().toList()
                : List.of();
    }
}
