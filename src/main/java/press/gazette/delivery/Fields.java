package press.gazette.delivery;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import press.gazette.json.Selection;
import press.gazette.problem.Problem;

/**
 * The members of an answer that a client selected with the parameter {@code fields}: names separated by commas, a dot
 * before a member of a member ({@code title,tags.name}). Absent: all of them.
 *
 * @param names as the client wrote them; empty: everything
 */
public record Fields(List<String> names) {

    /** Every member. */
    public static final Fields ALL = new Fields(List.of());

    /** More than any of our objects has members worth selecting. */
    public static final int MOST = 50;

    /** The name of the parameter. */
    public static final String PARAMETER = "fields";

    public Fields {
        names = List.copyOf(names);
    }

    /** Reads the parameter for answers of this shape; refuses what they do not have. */
    public static Fields parse(@Nullable String text, Class<? extends Record> shape) {
        if (text == null) {
            return ALL;
        }
        List<String> names = List.of(text.split(",", -1));
        if (names.size() > MOST) {
            throw Problem.invalidParameter(PARAMETER, "At most " + MOST + " fields can be selected.");
        }
        for (String name : names) {
            check(name, shape);
            if (names.stream().filter(other -> covers(other, name)).count() > 1) {
                throw Problem.invalidParameter(PARAMETER, "The field \"" + name + "\" is selected twice.");
            }
        }
        return new Fields(names);
    }

    /** Whether anything at or below this name is selected. */
    public boolean have(String name) {
        return names.isEmpty() || names.stream().anyMatch(each -> covers(each, name) || covers(name, each));
    }

    /** Whether anything at all is left out. */
    public boolean areAll() {
        return names.isEmpty();
    }

    /** The selection for one object of the shape. */
    Selection selection() {
        return below("");
    }

    /** The selection for a page of such objects, of which everything else stays as it is. */
    Selection ofItems() {
        Map<String, Selection> members = new LinkedHashMap<>();
        for (RecordComponent component : Listing.class.getRecordComponents()) {
            members.put(component.getName(), Selection.EVERYTHING);
        }
        members.put("items", selection());
        return new Selection(members);
    }

    private Selection below(String prefix) {
        Map<String, Selection> members = new LinkedHashMap<>();
        for (String name : names) {
            if (name.startsWith(prefix)) {
                String member = name.substring(prefix.length()).split("\\.", 2)[0];
                members.computeIfAbsent(member, key -> below(prefix + key + "."));
            }
        }
        return new Selection(members);
    }

    private static boolean covers(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + ".");
    }

    private static void check(String name, Class<?> shape) {
        Map<String, Type> known = members(shape);
        String[] parts = name.split("\\.", 2);
        Type member = known.get(parts[0]);
        if (member == null) {
            throw Problem.unknownField(PARAMETER, name, parts[0], known.keySet());
        }
        if (parts.length > 1) {
            check(parts[1], object(member));
        }
    }

    /** What an object of this class has in JSON; empty where it is no record and hence has no members to select. */
    private static Map<String, Type> members(Class<?> shape) {
        Map<String, Type> members = new TreeMap<>();
        if (shape.isRecord()) {
            for (RecordComponent component : shape.getRecordComponents()) {
                if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                    members.putAll(members(component.getType()));
                } else {
                    members.put(component.getName(), component.getGenericType());
                }
            }
        }
        return members;
    }

    /** The class of a member, or of the elements where it is a list. */
    private static Class<?> object(Type member) {
        if (member instanceof ParameterizedType list) {
            return object(list.getActualTypeArguments()[0]);
        }
        return member instanceof Class<?> type ? type : Object.class;
    }
}
