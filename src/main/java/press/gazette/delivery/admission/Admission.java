package press.gazette.delivery.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Whether a request may come in at all: bounds on what it brings, and one meaning only to everything in its head. */
@Singleton
public final class Admission {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** More than any registered method has (the longest of IANA's, UPDATEREDIRECTREF, has 17 characters). */
    private static final int LONGEST_METHOD = 32;

    private final AdmissionConfig config;
    private final ContentBound bound;

    Admission(AdmissionConfig config, ContentBound bound) {
        this.config = config;
        this.bound = bound;
    }

    /** Why it may not; empty: it may. */
    public Optional<Problem> refusal(HttpServerRequest request) {
        return sizeRefusal(request)
                .or(() -> RequestTarget.fault(request.uri())
                        .or(() -> headFault(request))
                        .<Problem>map(fault -> Problem.of(ProblemType.MALFORMED_REQUEST, fault)))
                .or(() -> contentRefusal(request));
    }

    private Optional<Problem> sizeRefusal(HttpServerRequest request) {
        if (request.method().name().length() > LONGEST_METHOD) {
            return refused(
                    ProblemType.MALFORMED_REQUEST, "The method is longer than " + LONGEST_METHOD + " characters.");
        }
        if (request.uri().length() > config.maxUrlLength()) {
            return refused(
                    ProblemType.URI_TOO_LONG, "The URL is longer than " + config.maxUrlLength() + " characters.");
        }
        if (size(request.headers()) > config.maxHeadersSize()) {
            return refused(
                    ProblemType.HEADERS_TOO_LARGE,
                    "The headers are larger than " + config.maxHeadersSize() + " characters.");
        }
        return Optional.empty();
    }

    /** Where a proxy in front reads the head in another way than we do, one request could be made to pass for two. */
    private static Optional<String> headFault(HttpServerRequest request) {
        // It is null for what is neither HTTP/1.0, 1.1 nor 2.
        if (request.version() == null) {
            return Optional.of("The version of HTTP is none that this server speaks.");
        }
        boolean needsHost = request.version() != io.vertx.core.http.HttpVersion.HTTP_1_0;
        if ((needsHost && request.authority() == null)
                || request.headers().getAll("Host").size() > 1) {
            return Optional.of("The header Host is missing, repeated, or names no host.");
        }
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        return codings.stream().allMatch("chunked"::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of("The header Transfer-Encoding has another value than chunked.");
    }

    /**
     * What a request says that may come in without a second look: a GET of HTTP/1.1 whose URL is known to be in order, and
     * with a plain head.
     *
     * @return absent: {@link #refusal} has to look closer, and others after it
     */
    public @Nullable PlainHead takeAtOnce(HttpRequest request) {
        boolean plain = request.decoderResult().isSuccess()
                && request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        return plain ? PlainHead.of(request.headers(), config.maxHeadersSize()) : null;
    }

    private Optional<Problem> contentRefusal(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || (LENGTH.matcher(length).matches() && Long.parseLong(length) <= bound.bytes())
                ? Optional.empty()
                : Optional.of(bound.exceeded());
    }

    private static Optional<Problem> refused(ProblemType type, String detail) {
        return Optional.of(Problem.of(type, detail));
    }

    private static long size(Iterable<Map.Entry<String, String>> headers) {
        long size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
