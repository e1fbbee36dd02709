package press.gazette.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/**
 * Binds JSON from a client to records and reports all faults at once: the JSON library would stop at the first one,
 * coerce values of a wrong type, and name Java classes. A null counts as absent. A record's constructor runs once its
 * components are valid; its {@link IllegalArgumentException} or {@link Faults} are reported at the record's place.
 */
final class Binder {

    /** The constants of an enum by their names in JSON. */
    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> constants = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(Json.tree(constant).asText(), constant);
            }
            return constants;
        }
    };

    /** The subtypes of a sealed type by their names in JSON. */
    private static final ClassValue<Map<String, Class<?>>> SUBTYPES = new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> sealed) {
            Map<String, Class<?>> types = new TreeMap<>();
            for (JsonSubTypes.Type type :
                    sealed.getAnnotation(JsonSubTypes.class).value()) {
                types.put(type.name(), type.value());
            }
            return types;
        }
    };

    private final Faults faults = new Faults();

    /** @throws Problem {@code invalid-content} with every fault */
    static <T> T bind(JsonNode value, Class<T> type) {
        Binder binder = new Binder();
        Object bound = binder.bound(type, value, Pointer.WHOLE);
        binder.faults.refuse();
        return type.cast(Objects.requireNonNull(bound));
    }

    /** Returns null if there is a fault. */
    private @Nullable Object bound(Type type, JsonNode value, Pointer at) {
        if (value.isNull()) {
            return fault(at, "This cannot be null.");
        }
        if (type instanceof ParameterizedType generic) {
            return container(generic, value, at);
        }
        Class<?> target = (Class<?>) type;
        Optional<ValueParser> parser = ValueParser.of(target);
        if (parser.isPresent()) {
            return parsed(parser.get(), value, at);
        }
        if (target.isEnum()) {
            return word(target, value, at);
        }
        if (target.isAnnotationPresent(JsonSubTypes.class)) {
            return subtype(target, value, at);
        }
        Class<?> sealed = sealedOver(target);
        if (sealed != null) {
            return oneOf(sealed, target, value, at);
        }
        if (target.isRecord()) {
            return Shape.of(target).bare() ? bare(target, value, at) : object(target, value, at, Set.of());
        }
        throw new IllegalStateException("A draft cannot have a component of type " + target.getName());
    }

    private @Nullable Object parsed(ValueParser parser, JsonNode value, Pointer at) {
        try {
            Optional<?> read = parser.parse().apply(value);
            return read.isPresent() ? read.get() : fault(at, () -> "This must be " + parser.expected() + ".");
        } catch (IllegalArgumentException refusal) {
            return fault(at, String.valueOf(refusal.getMessage()));
        }
    }

    private @Nullable Object container(ParameterizedType type, JsonNode value, Pointer at) {
        if (type.getRawType() == Unbound.class) {
            return new Unbound<>(value, (Class<?>) type.getActualTypeArguments()[0]);
        }
        if (type.getRawType() == MergePatch.class) {
            return value instanceof ObjectNode patch ? new MergePatch<>(patch) : fault(at, MergePatch.EXPECTED);
        }
        if (type.getRawType() == Sent.class) {
            Object sent = bound(type.getActualTypeArguments()[0], value, at);
            return sent == null ? null : new Sent<>(sent, value);
        }
        if (type.getRawType() == Map.class) {
            return map(type.getActualTypeArguments()[1], value, at);
        }
        if (!value.isArray()) {
            return fault(at, "This must be an array.");
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            Object element = bound(type.getActualTypeArguments()[0], value.get(i), at.to(i));
            if (element != null) {
                elements.add(element);
            }
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(elements) : List.copyOf(elements);
    }

    private @Nullable Object map(Type type, JsonNode value, Pointer at) {
        if (!value.isObject()) {
            return fault(at, "This must be an object.");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        value.properties().forEach(member -> {
            Object bound = member.getValue().isNull() ? null : bound(type, member.getValue(), at.to(member.getKey()));
            if (bound != null) {
                members.put(member.getKey(), bound);
            }
        });
        return members;
    }

    private @Nullable Object word(Class<?> type, JsonNode value, Pointer at) {
        Map<String, Object> constants = CONSTANTS.get(type);
        Object constant = value.isTextual() ? constants.get(value.textValue()) : null;
        return constant == null
                ? fault(at, () -> "This must be one of " + String.join(", ", constants.keySet()) + ".")
                : constant;
    }

    private @Nullable Object subtype(Class<?> sealed, JsonNode value, Pointer at) {
        if (!value.isObject()) {
            return fault(at, "This must be an object.");
        }
        Map<String, Class<?>> types = SUBTYPES.get(sealed);
        String discriminator = sealed.getAnnotation(JsonTypeInfo.class).property();
        Class<?> type = types.get(value.path(discriminator).asText());
        return type == null
                ? fault(at.to(discriminator), () -> "This must be one of " + String.join(", ", types.keySet()) + ".")
                : object(type, value, at, Set.of(discriminator));
    }

    /** The sealed type whose discriminator a record has in JSON wherever it stands; null: it has none. */
    private static @Nullable Class<?> sealedOver(Class<?> type) {
        for (Class<?> above : type.getInterfaces()) {
            if (above.isAnnotationPresent(JsonSubTypes.class)) {
                return above;
            }
        }
        return null;
    }

    /** A value that can be only one of the types below a sealed one. */
    private @Nullable Object oneOf(Class<?> sealed, Class<?> wanted, JsonNode value, Pointer at) {
        String discriminator = sealed.getAnnotation(JsonTypeInfo.class).property();
        String said = value.path(discriminator).asText();
        return value.isObject() && SUBTYPES.get(sealed).get(said) != wanted
                ? fault(at.to(discriminator), () -> "This must be " + word(sealed, wanted) + ".")
                : subtype(sealed, value, at);
    }

    private static String word(Class<?> sealed, Class<?> type) {
        return SUBTYPES.get(sealed).entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Object bare(Class<?> type, JsonNode value, Pointer at) {
        Shape shape = Shape.of(type);
        Object only = bound(shape.members().values().iterator().next().type(), value, at);
        return only == null ? null : constructed(shape, at, only);
    }

    private void unknown(Class<?> type, Shape shape, String name, Pointer at) {
        MisplacedMembers elsewhere = type.getAnnotation(MisplacedMembers.class);
        if (elsewhere != null && List.of(elsewhere.members()).contains(name)) {
            faults.add(at::toString, elsewhere::detail);
        } else {
            faults.unknown(at::toString, name, shape.members().keySet());
        }
    }

    /** @param besides known names that no component has, such as the discriminator */
    private @Nullable Object object(Class<?> type, JsonNode value, Pointer at, Set<String> besides) {
        if (!value.isObject()) {
            return fault(at, "This must be an object.");
        }
        int before = faults.count();
        Shape shape = Shape.of(type);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            if (!shape.members().containsKey(name) && !besides.contains(name)) {
                unknown(type, shape, name, at.to(name));
            }
        }
        return components(shape, value, at, before);
    }

    /** Binds the components of a record whose unknown members are reported already. */
    private @Nullable Object components(Shape shape, JsonNode value, Pointer at, int before) {
        List<@Nullable Object> components = new ArrayList<>();
        for (Shape.Part part : shape.parts()) {
            components.add(
                    part.unwrapped() == null
                            ? component(
                                    Objects.requireNonNull(shape.members().get(part.name())),
                                    value.path(part.name()),
                                    at.to(part.name()))
                            : components(Shape.of(part.unwrapped()), value, at, faults.count()));
        }
        return faults.count() > before ? null : constructed(shape, at, components.toArray());
    }

    private @Nullable Object component(Shape.Member member, JsonNode value, Pointer at) {
        if (!value.isMissingNode() && !value.isNull()) {
            return bound(member.type(), value, at);
        }
        return member.required() ? fault(at, "This is required.") : absent(member);
    }

    /** The value of an absent member: an empty container if empty ones are omitted in JSON, else null. */
    private static @Nullable Object absent(Shape.Member member) {
        if (member.nullable() || !(member.type() instanceof ParameterizedType container)) {
            return null;
        }
        if (container.getRawType() == Map.class) {
            return Map.of();
        }
        return container.getRawType() == Set.class ? Set.of() : List.of();
    }

    private @Nullable Object constructed(Shape shape, Pointer at, @Nullable Object... components) {
        try {
            return shape.constructor().newInstance(components);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Problem problem) {
                faults.addAll(at::toString, problem);
                return null;
            }
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                return fault(at, String.valueOf(refusal.getMessage()));
            }
            throw new IllegalStateException("A draft's constructor failed", e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("A draft must be a record that can be created", e);
        }
    }

    private @Nullable Object fault(Pointer at, String detail) {
        return fault(at, () -> detail);
    }

    private @Nullable Object fault(Pointer at, Supplier<String> detail) {
        faults.add(at::toString, detail);
        return null;
    }
}
