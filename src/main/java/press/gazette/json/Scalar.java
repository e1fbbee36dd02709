package press.gazette.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import press.gazette.time.Timestamp;

/**
 * How a value without parts is read: exactly as it is written or not at all. No number is taken for a text, no text for a
 * number.
 *
 * @param expected what it must be, to stand behind "This must be"
 * @param reading empty: it is something else; an IllegalArgumentException says more exactly what would be right
 */
record Scalar(String expected, Function<JsonNode, Optional<?>> reading) {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Map<Class<?>, Scalar> BY_TYPE = byType();

    /** Empty: the type is none of these. */
    static Optional<Scalar> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static Map<Class<?>, Scalar> byType() {
        Map<Class<?>, Scalar> scalars = new HashMap<>();
        scalars.put(String.class, text("a string", Optional::of));
        scalars.put(Instant.class, text(Timestamp.TIME, text -> Optional.of(Timestamp.parse(text))));
        scalars.put(LocalDate.class, text(Timestamp.DAY, text -> Optional.of(Timestamp.parseDay(text))));
        scalars.put(UUID.class, text("a UUID", Scalar::uuid));
        scalars.put(URI.class, text("a URI (RFC 3986)", Scalar::uri));
        Scalar truth = new Scalar("true or false", node -> some(node.isBoolean(), node.booleanValue()));
        scalars.put(boolean.class, truth);
        scalars.put(Boolean.class, truth);
        Scalar integer = new Scalar(
                "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
                node -> some(node.isIntegralNumber() && node.canConvertToInt(), node.intValue()));
        scalars.put(int.class, integer);
        scalars.put(Integer.class, integer);
        Scalar large = new Scalar(
                "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
                node -> some(node.isIntegralNumber() && node.canConvertToLong(), node.longValue()));
        scalars.put(long.class, large);
        scalars.put(Long.class, large);
        Scalar number = new Scalar(
                "a number", node -> some(node.isNumber() && Double.isFinite(node.doubleValue()), node.doubleValue()));
        scalars.put(double.class, number);
        scalars.put(Double.class, number);
        return Map.copyOf(scalars);
    }

    private static Scalar text(String expected, Function<String, Optional<?>> reading) {
        return new Scalar(expected, node -> node.isTextual() ? reading.apply(node.textValue()) : Optional.empty());
    }

    private static Optional<?> some(boolean fits, Object value) {
        return fits ? Optional.of(value) : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
