package press.gazette.delivery;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import press.gazette.json.FieldSelection;
import press.gazette.paging.Listing;
import press.gazette.problem.Problem;

/**
 * The members of a response that a client selects with the parameter {@code fields}: names separated by commas, a dot before a
 * member of a member ({@code title,tags.name}). Absent: all members.
 *
 * @param names as the client wrote them; empty: all members
 */
public record Fields(List<String> names) {

    /** Every member. */
    public static final Fields ALL = new Fields(List.of());

    /** More than the members of any object that are worth selecting. */
    public static final int MOST = 50;

    /** The name of the parameter. */
    public static final String PARAMETER = "fields";

    public Fields {
        names = List.copyOf(names);
    }

    /** Parses the parameter for objects of a shape; rejects members that the shape does not have. */
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

    /** True if this member, or a member of it, is selected. */
    public boolean have(String name) {
        return names.isEmpty() || names.stream().anyMatch(each -> covers(each, name) || covers(name, each));
    }

    /** True if all members are selected. */
    public boolean areAll() {
        return names.isEmpty();
    }

    /** The selection for the member of an object; everything if the member is selected as a whole. */
    public Fields of(String member) {
        return areAll() || names.contains(member)
                ? ALL
                : new Fields(names.stream()
                        .filter(name -> name.startsWith(member + "."))
                        .map(name -> name.substring(member.length() + 1))
                        .toList());
    }

    /** The selection for an object that has such objects as a member; its other members stay. */
    public Fields below(String member, Class<? extends Record> shape) {
        return areAll()
                ? ALL
                : new Fields(Stream.concat(
                                members(shape).keySet().stream().filter(other -> !other.equals(member)),
                                names.stream().map(name -> member + "." + name))
                        .toList());
    }

    /** The selection for one object of the shape. */
    FieldSelection selection() {
        return below("");
    }

    /** The selection for a page of such objects; the other members of the page stay. */
    FieldSelection ofItems() {
        Map<String, FieldSelection> members = new LinkedHashMap<>();
        for (RecordComponent component : Listing.class.getRecordComponents()) {
            members.put(component.getName(), FieldSelection.EVERYTHING);
        }
        members.put("items", selection());
        return new FieldSelection(members);
    }

    private FieldSelection below(String prefix) {
        Map<String, FieldSelection> members = new LinkedHashMap<>();
        for (String name : names) {
            if (name.startsWith(prefix)) {
                String member = name.substring(prefix.length()).split("\\.", 2)[0];
                members.computeIfAbsent(member, key -> below(prefix + key + "."));
            }
        }
        return new FieldSelection(members);
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

    /** The members of a class in JSON; empty if it is not a record. */
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

    /** The class of a member, or of its elements if it is a list. */
    private static Class<?> object(Type member) {
        if (member instanceof ParameterizedType list) {
            return object(list.getActualTypeArguments()[0]);
        }
        return member instanceof Class<?> type ? type : Object.class;
    }
}
