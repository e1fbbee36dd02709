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
 * Makes records of what a client sent and finds all that is wrong on the way: the JSON library would stop at the first
 * fault, coerce what is nearly right, and speak of classes. A null counts as absent. What a record's constructor refuses
 * with an {@link IllegalArgumentException} or with {@link Faults} is told at the record's place; it is asked once its
 * parts are sound.
 */
final class Binder {

    /** The constants of an enum by their names in JSON. */
    private static final ClassValue<Map<String, Object>> WORDS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(Json.tree(constant).asText(), constant);
            }
            return words;
        }
    };

    /** The classes below a sealed one by their names in JSON. */
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

    /** Null where a fault has been found. */
    private @Nullable Object bound(Type type, JsonNode value, Pointer at) {
        if (value.isNull()) {
            return fault(at, "This cannot be null.");
        }
        if (type instanceof ParameterizedType generic) {
            return container(generic, value, at);
        }
        Class<?> target = (Class<?>) type;
        Optional<Scalar> scalar = Scalar.of(target);
        if (scalar.isPresent()) {
            return scalar(scalar.get(), value, at);
        }
        if (target.isEnum()) {
            return word(target, value, at);
        }
        if (target.isAnnotationPresent(JsonSubTypes.class)) {
            return subtype(target, value, at);
        }
        if (target.isRecord()) {
            return Shape.of(target).bare() ? bare(target, value, at) : object(target, value, at, Set.of());
        }
        throw new IllegalStateException("Drafts have no components of type " + target.getName());
    }

    private @Nullable Object scalar(Scalar scalar, JsonNode value, Pointer at) {
        try {
            Optional<?> read = scalar.reading().apply(value);
            return read.isPresent() ? read.get() : fault(at, () -> "This must be " + scalar.expected() + ".");
        } catch (IllegalArgumentException refusal) {
            return fault(at, String.valueOf(refusal.getMessage()));
        }
    }

    private @Nullable Object container(ParameterizedType type, JsonNode value, Pointer at) {
        if (type.getRawType() == Unread.class) {
            return new Unread<>(value, (Class<?>) type.getActualTypeArguments()[0]);
        }
        if (type.getRawType() == MergePatch.class) {
            return value instanceof ObjectNode patch ? new MergePatch<>(patch) : fault(at, MergePatch.EXPECTED);
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
        Map<String, Object> words = WORDS.get(type);
        Object constant = value.isTextual() ? words.get(value.textValue()) : null;
        return constant == null
                ? fault(at, () -> "This must be one of " + String.join(", ", words.keySet()) + ".")
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

    private @Nullable Object bare(Class<?> type, JsonNode value, Pointer at) {
        Shape shape = Shape.of(type);
        Object only = bound(shape.members().values().iterator().next().type(), value, at);
        return only == null ? null : constructed(shape, at, only);
    }

    private void unknown(Class<?> type, Shape shape, String name, Pointer at) {
        Elsewhere elsewhere = type.getAnnotation(Elsewhere.class);
        if (elsewhere != null && List.of(elsewhere.members()).contains(name)) {
            faults.add(at::toString, elsewhere::detail);
        } else {
            faults.unknown(at::toString, name, shape.members().keySet());
        }
    }

    /** @param besides names that are known although no component has them */
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
        List<@Nullable Object> components = new ArrayList<>();
        shape.members().forEach((name, member) -> components.add(component(member, value.path(name), at.to(name))));
        return faults.count() > before ? null : constructed(shape, at, components.toArray());
    }

    private @Nullable Object component(Shape.Member member, JsonNode value, Pointer at) {
        if (!value.isMissingNode() && !value.isNull()) {
            return bound(member.type(), value, at);
        }
        return member.required() ? fault(at, "This is required.") : absent(member);
    }

    /** What is left out when empty is empty when left out. */
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
            throw new IllegalStateException("A draft is a record that can be made", e);
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
