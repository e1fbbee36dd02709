package press.gazette.desk;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * The name that a client gives to a request which it may have to repeat.
 *
 * @param value without the quotes that draft-ietf-httpapi-idempotency-key-header wants and many clients leave out
 */
record IdempotencyKey(String value) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** That of one of several writes that came with this key. No client can send it: it has a blank. */
    IdempotencyKey at(int place) {
        return new IdempotencyKey(value + " " + place);
    }

    /** Null when the client sent none. */
    static @Nullable IdempotencyKey parse(List<String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        String text = headers.get(0);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String value = quoted ? text.substring(1, text.length() - 1) : text;
        if (headers.size() > 1 || !VISIBLE.matcher(value).matches()) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "Idempotency-Key is one text of 1 to 255 visible ASCII characters without blanks, such as a UUID.");
        }
        return new IdempotencyKey(value);
    }
}
