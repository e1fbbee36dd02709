package press.gazette.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a record. A member is required unless its component is {@code @Nullable} or is omitted when empty;
 * the contract says the same.
 *
 * @param members by their names, in the order of the components
 * @param parts the components in their order
 * @param bare true if the only component is written without an object around it ({@code @JsonValue})
 */
record Shape(Constructor<?> constructor, Map<String, Member> members, List<Part> parts, boolean bare) {

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return read(type);
        }
    };

    record Member(Type type, boolean nullable, boolean required) {}

    /**
     * A component: a member, or a record whose members stand beside the others ({@code @JsonUnwrapped}).
     *
     * @param name of the member; of a record, of its component
     * @param unwrapped null: the component is a member
     */
    record Part(String name, @Nullable Class<?> unwrapped) {}

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Shape read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Member> members = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : components) {
            if (annotation(component, JsonUnwrapped.class).isPresent()) {
                members.putAll(of(component.getType()).members());
                parts.add(new Part(component.getName(), component.getType()));
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean omitted = annotation(component, JsonInclude.class).isPresent();
            String name = annotation(component, JsonProperty.class)
                    .map(JsonProperty::value)
                    .filter(given -> !given.isEmpty())
                    .orElse(component.getName());
            parts.add(new Part(name, null));
            members.put(name, new Member(component.getGenericType(), nullable, !nullable && !omitted));
        }
        boolean bare = components.length == 1
                && annotation(components[0], JsonValue.class).isPresent();
        return new Shape(canonical(type, components), members, parts, bare);
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor", e);
        }
    }

    /** JSON annotations cannot stand on components; the compiler copies them to the accessors. */
    private static <A extends Annotation> Optional<A> annotation(RecordComponent component, Class<A> type) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(type));
    }
}
