package press.gazette.importer.ninjs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.json.JsonItems;

/**
 * An object of ninjs in the terms of both of its generations. The first writes names in small letters and roles into them
 * ({@code body_html}, {@code person}); the second has arrays with roles ({@code bodies}, {@code people}).
 *
 * @param values by their names in small letters
 */
record NinjsItem(int line, Map<String, Object> values) {

    /** A text with its role and media type; both may be empty. */
    record Text(String role, String type, String value) {}

    static NinjsItem of(JsonItems.Item item) {
        return of(item.line(), item.values());
    }

    private static NinjsItem of(int line, Map<?, ?> members) {
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                values.putIfAbsent(String.valueOf(name).toLowerCase(Locale.ROOT), value);
            }
        });
        return new NinjsItem(line, values);
    }

    /** The first text that is there; empty: none. */
    String text(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            String text = value == null || value instanceof Map || value instanceof List
                    ? ""
                    : value.toString().strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** A whole number that is not negative; null: none. */
    @Nullable
    Long number(String name) {
        String text = text(name);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /**
     * The texts of a kind in their order.
     *
     * @param single the name in the first generation, such as body: {@code body_html} has the role html
     * @param several the name in the second generation, such as bodies
     */
    List<Text> texts(String single, String several) {
        List<Text> texts = new ArrayList<>();
        values.forEach((name, value) -> {
            boolean named = name.equals(single) || name.startsWith(single + "_");
            if (named && value instanceof String text && !text.isBlank()) {
                String role = name.length() > single.length() ? name.substring(single.length() + 1) : "";
                texts.add(new Text(role, "", text.strip()));
            }
        });
        for (NinjsItem each : items(several)) {
            if (!each.text("value").isEmpty()) {
                texts.add(new Text(
                        each.text("role").toLowerCase(Locale.ROOT),
                        each.text("contenttype").toLowerCase(Locale.ROOT),
                        each.text("value")));
            }
        }
        return texts;
    }

    /** The objects of an array, of a map with names, or the object alone; a text stands for an object with that name. */
    List<NinjsItem> items(String... names) {
        List<NinjsItem> items = new ArrayList<>();
        for (String name : names) {
            Object value = values.get(name);
            if (value instanceof List<?> list) {
                list.forEach(each -> add(items, each, ""));
            } else if (value instanceof Map<?, ?> map) {
                boolean isOne = map.values().stream().noneMatch(Map.class::isInstance);
                if (isOne) {
                    add(items, map, "");
                } else {
                    map.forEach((key, each) -> add(items, each, String.valueOf(key)));
                }
            }
        }
        return items;
    }

    private void add(List<NinjsItem> items, @Nullable Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            NinjsItem item = of(line, map);
            if (!key.isEmpty()) {
                item.values().put(KEY, key);
            }
            items.add(item);
        } else if (value instanceof String text && !text.isBlank()) {
            items.add(of(line, Map.of("name", text)));
        }
    }

    /** The name of an object among others: a member of its own, or the key in a map. */
    private static final String KEY = "@key";

    String key() {
        return text(KEY, "name").toLowerCase(Locale.ROOT);
    }

    boolean isOf(Set<String> types) {
        return types.contains(text("type").toLowerCase(Locale.ROOT));
    }
}
