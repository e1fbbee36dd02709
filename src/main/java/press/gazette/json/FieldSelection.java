package press.gazette.json;

import java.util.Map;

/**
 * The members of an object that a client wants, and the members of those.
 *
 * @param members by name; empty for everything
 */
public record FieldSelection(Map<String, FieldSelection> members) {

    public static final FieldSelection EVERYTHING = new FieldSelection(Map.of());

    public FieldSelection {
        members = Map.copyOf(members);
    }

    boolean has(String name) {
        return members.isEmpty() || members.containsKey(name);
    }

    FieldSelection of(String name) {
        return members.getOrDefault(name, EVERYTHING);
    }
}
