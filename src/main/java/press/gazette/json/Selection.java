package press.gazette.json;

import java.util.Map;

/**
 * Which members of an object are wanted, and which members of those.
 *
 * @param members by name; empty: everything
 */
public record Selection(Map<String, Selection> members) {

    public static final Selection EVERYTHING = new Selection(Map.of());

    public Selection {
        members = Map.copyOf(members);
    }

    boolean has(String name) {
        return members.isEmpty() || members.containsKey(name);
    }

    Selection of(String name) {
        return members.getOrDefault(name, EVERYTHING);
    }
}
