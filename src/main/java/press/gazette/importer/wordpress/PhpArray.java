package press.gazette.importer.wordpress;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value in PHP's serialised form, arrays and scalars only: what WordPress stores of pictures. Lengths of texts are bytes. Anything
 * that is not in that form is an empty array.
 */
final class PhpArray {

    private static final int DEEPEST = 20;

    private final Map<String, Object> values;

    private PhpArray(Map<String, Object> values) {
        this.values = values;
    }

    static PhpArray parse(String text) {
        try {
            Object value = new Parser(text.getBytes(StandardCharsets.UTF_8)).value(0);
            return value instanceof PhpArray array ? array : new PhpArray(Map.of());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new PhpArray(Map.of());
        }
    }

    /** The text at a path of keys; empty: there is none. */
    String text(String... path) {
        Object value = this;
        for (String key : path) {
            value = value instanceof PhpArray array ? array.values.get(key) : null;
        }
        return value instanceof String text ? text : "";
    }

    private static final class Parser {

        private final byte[] bytes;
        private int at;

        Parser(byte[] bytes) {
            this.bytes = bytes;
        }

        Object value(int depth) {
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("nested too deeply");
            }
            char type = (char) bytes[at];
            return switch (type) {
                case 's' -> text();
                case 'i', 'd', 'b' -> {
                    at += 2;
                    yield until(';');
                }
                case 'N' -> {
                    at += 2;
                    yield "";
                }
                case 'a' -> array(depth);
                default -> throw new IllegalArgumentException("no scalar and no array");
            };
        }

        private String text() {
            at += 2;
            int length = Integer.parseInt(until(':'));
            String text = new String(bytes, at + 1, length, StandardCharsets.UTF_8);
            at += length + 2;
            if (bytes[at] != ';') {
                throw new IllegalArgumentException("the length of a text is wrong");
            }
            at++;
            return text;
        }

        private PhpArray array(int depth) {
            at += 2;
            int size = Integer.parseInt(until(':'));
            at++;
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object key = value(depth + 1);
                values.put(key.toString(), value(depth + 1));
            }
            at++;
            return new PhpArray(values);
        }

        private String until(char end) {
            int from = at;
            while (bytes[at] != end) {
                at++;
            }
            at++;
            return new String(bytes, from, at - 1 - from, StandardCharsets.US_ASCII);
        }
    }
}
