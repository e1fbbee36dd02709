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
 * Parses a JSON value without parts, without any coercion: no number is accepted as a string, no string as a number.
 *
 * @param expected the accepted values, to follow "This must be"
 * @param parse returns empty for a value of another type; its IllegalArgumentException carries a more precise message
 */
record ValueParser(String expected, Function<JsonNode, Optional<?>> parse) {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Map<Class<?>, ValueParser> BY_TYPE = byType();

    /** Returns empty if the type is not that of a value without parts. */
    static Optional<ValueParser> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static Map<Class<?>, ValueParser> byType() {
        Map<Class<?>, ValueParser> parsers = new HashMap<>();
        parsers.put(String.class, text("a string", Optional::of));
        parsers.put(Instant.class, text(Timestamp.TIME, text -> Optional.of(Timestamp.parse(text))));
        parsers.put(LocalDate.class, text(Timestamp.DAY, text -> Optional.of(Timestamp.parseDay(text))));
        parsers.put(UUID.class, text("a UUID", ValueParser::uuid));
        parsers.put(URI.class, text("a URI (RFC 3986)", ValueParser::uri));
        ValueParser truth = new ValueParser("true or false", node -> some(node.isBoolean(), node.booleanValue()));
        parsers.put(boolean.class, truth);
        parsers.put(Boolean.class, truth);
        ValueParser integer = new ValueParser(
                "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
                node -> some(node.isIntegralNumber() && node.canConvertToInt(), node.intValue()));
        parsers.put(int.class, integer);
        parsers.put(Integer.class, integer);
        ValueParser large = new ValueParser(
                "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
                node -> some(node.isIntegralNumber() && node.canConvertToLong(), node.longValue()));
        parsers.put(long.class, large);
        parsers.put(Long.class, large);
        ValueParser number = new ValueParser(
                "a number", node -> some(node.isNumber() && Double.isFinite(node.doubleValue()), node.doubleValue()));
        parsers.put(double.class, number);
        parsers.put(Double.class, number);
        return Map.copyOf(parsers);
    }

    private static ValueParser text(String expected, Function<String, Optional<?>> parse) {
        return new ValueParser(expected, node -> node.isTextual() ? parse.apply(node.textValue()) : Optional.empty());
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
