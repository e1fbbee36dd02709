package press.gazette.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import jakarta.persistence.AttributeConverter;

import org.jspecify.annotations.Nullable;

/**
 * Converts an attribute to JSON in one column, for values that are only read and written whole. Each attribute has an
 * empty subclass that names its type. The subclass is a {@code @Converter} and {@code @Immutable}: values are never
 * changed in place, so Hibernate need not copy them through their JSON to compare them later.
 *
 * @param <T> the type of the attribute, lists with the type of their items
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    private final Type type = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];

    protected JsonColumn() {}

    @Override
    public final @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : Json.column(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public final @Nullable T convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : (T) Json.fromColumn(json, type);
    }
}
