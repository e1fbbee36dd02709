package press.gazette.desk.idempotency;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * The client's name for a request that it may have to repeat.
 *
 * @param value without the quotes that draft-ietf-httpapi-idempotency-key-header requires and many clients omit
 */
public record IdempotencyKey(String value) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** The key of one of several writes of the request. It has a blank, so no client can send it. */
    public IdempotencyKey at(int place) {
        return new IdempotencyKey(value + " " + place);
    }

    /**
     * Parses the header; null if there is none.
     *
     * @throws Problem {@code malformed-request}
     */
    public static @Nullable IdempotencyKey parse(List<String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        String text = headers.get(0);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String value = quoted ? text.substring(1, text.length() - 1) : text;
        if (headers.size() > 1 || !VISIBLE.matcher(value).matches()) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "Idempotency-Key must be one text of 1 to 255 visible ASCII characters without "
                            + "blanks, such as a UUID.");
        }
        return new IdempotencyKey(value);
    }
}
