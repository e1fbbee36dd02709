package press.gazette.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import press.gazette.problem.CombiningMarks;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Parses a client's bytes as one JSON value (RFC 8259) and rejects what JSON allows but parsers disagree on, as I-JSON
 * does (RFC 7493): bytes that are not UTF-8, duplicate members, unpaired surrogates. NUL is rejected because PostgreSQL
 * cannot store it, deep nesting because later code recurses, and long runs of combining marks for the reason in {@link
 * CombiningMarks}. Strings are normalised to Unicode NFC, so that texts that look the same are the same, whatever
 * keyboard they came from.
 */
final class StrictTree {

    /** Levels of objects and arrays. The deepest valid content, a list in an article's body, has eight. */
    static final int DEEPEST = 64;

    /** Name tables shared between requests are off: a client could fill them with colliding names. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Faults faults = new Faults();

    private StrictTree(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws Problem {@code malformed-json} or {@code invalid-content} */
    static JsonNode read(byte[] content) {
        try (JsonParser parser = FACTORY.createParser(text(content))) {
            return new StrictTree(parser).whole();
        } catch (JsonEOFException e) {
            throw malformed("The content ends too early, at " + place(e) + ".");
        } catch (StreamConstraintsException e) {
            throw malformed("A number or a name is too long.");
        } catch (JsonProcessingException e) {
            throw malformed("There is a syntax error at " + place(e) + ".");
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
    }

    private JsonNode whole() throws IOException {
        if (parser.nextToken() == null) {
            throw malformed("The content is empty.");
        }
        JsonNode value = value(Pointer.WHOLE, 1);
        if (parser.nextToken() != null) {
            throw malformed("Unexpected content follows the value, at line "
                    + parser.currentTokenLocation().getLineNr() + ", column "
                    + parser.currentTokenLocation().getColumnNr() + ".");
        }
        faults.refuse();
        return value;
    }

    private JsonNode value(Pointer at, int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at, depth);
            case START_ARRAY -> array(at, depth);
            case VALUE_STRING -> NODES.textNode(checked(parser.getText(), at));
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("No value begins with " + parser.currentToken());
        };
    }

    private ObjectNode object(Pointer at, int depth) throws IOException {
        refuseDepth(at, depth);
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Pointer place = at.to(name);
            checked(name, place);
            if (object.has(name)) {
                faults.add(place::toString, () -> "This member is given twice.");
            }
            parser.nextToken();
            object.set(name, value(place, depth + 1));
        }
        return object;
    }

    private ArrayNode array(Pointer at, int depth) throws IOException {
        refuseDepth(at, depth);
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(at.to(array.size()), depth + 1));
        }
        return array;
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private void refuseDepth(Pointer at, int depth) {
        if (depth > DEEPEST) {
            faults.add(at.toString(), "The content must not be nested deeper than " + DEEPEST + " levels.");
            faults.refuse();
        }
    }

    private String checked(String text, Pointer at) {
        if (text.indexOf('\0') >= 0) {
            faults.add(at::toString, () -> "The character NUL (U+0000) is not allowed in a text.");
        }
        if (text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
            faults.add(at::toString, () -> "An unpaired surrogate is not a character.");
        }
        if (!CombiningMarks.areBounded(text)) {
            faults.add(
                    at::toString,
                    () -> "A character must not carry more than " + CombiningMarks.MOST_IN_A_ROW + " combining marks.");
            return "";
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String text(byte[] content) {
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content), text, true);
        text.flip();
        if (result.isError()) {
            long line = 1 + text.chars().filter(character -> character == '\n').count();
            int column = text.length() - text.toString().lastIndexOf('\n');
            throw malformed("The content is not UTF-8 from line " + line + ", column " + column + ".");
        }
        return text.toString();
    }

    private static String place(JsonProcessingException fault) {
        return "line " + Objects.requireNonNull(fault.getLocation()).getLineNr() + ", column "
                + fault.getLocation().getColumnNr();
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_JSON, "The content is not JSON. " + detail);
    }
}
