package press.gazette.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Removes the components and groups of an OpenAPI document that none of its operations refers to. */
final class UnusedComponents {

    private static final String COMPONENTS = "#/components/";

    private final Map<String, Object> components;
    private final Set<String> used = new HashSet<>();
    private final Deque<Object> unread = new ArrayDeque<>();

    private UnusedComponents(Map<String, Object> components) {
        this.components = components;
    }

    /** @param contract the JSON of the document, objects as maps and arrays as lists */
    static void remove(Map<String, Object> contract) {
        Map<String, Object> components = member(contract, "components");
        UnusedComponents reached = new UnusedComponents(components);
        reached.follow(member(contract, "paths"));
        components.forEach(
                (kind, all) -> object(all).keySet().removeIf(name -> !reached.used.contains(kind + "/" + name)));
        removeGroups(contract);
    }

    private static void removeGroups(Map<String, Object> contract) {
        Set<Object> groups = new HashSet<>();
        member(contract, "paths")
                .values()
                .forEach(path -> object(path).values().forEach(operation -> {
                    if (object(operation).get("tags") instanceof List<?> tags) {
                        groups.addAll(tags);
                    }
                }));
        if (contract.get("tags") instanceof List<?> tags) {
            tags.removeIf(tag -> !groups.contains(object(tag).get("name")));
        }
    }

    private void follow(Object start) {
        unread.add(start);
        while (!unread.isEmpty()) {
            Object node = unread.remove();
            if (node instanceof Map<?, ?> object) {
                object.values().forEach(unread::add);
                if (object.get("security") instanceof List<?> requirements) {
                    requirements.forEach(
                            each -> object(each).keySet().forEach(scheme -> use("securitySchemes", scheme)));
                }
            } else if (node instanceof List<?> array) {
                unread.addAll(array);
            } else if (node instanceof String text && text.startsWith(COMPONENTS)) {
                String[] place = text.substring(COMPONENTS.length()).split("/", -1);
                use(place[0], place[1]);
            }
        }
    }

    private void use(String kind, String name) {
        if (used.add(kind + "/" + name)) {
            unread.add(member(member(components, kind), name));
        }
    }

    static Map<String, Object> member(Map<String, Object> parent, String name) {
        return object(Objects.requireNonNull(parent.get(name), name));
    }

    @SuppressWarnings("unchecked") // the names in a JSON object are text
    private static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }
}
