package press.gazette.delivery.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerRequest;

import press.gazette.delivery.ReadYourWrites;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Whether a request may come in at all: bounds on what it brings, and one meaning only to everything in its head. */
@Singleton
public final class Admission {

    /** A colon and five digits. */
    private static final int LONGEST_PORT = 6;

    /** What makes a request more than a plain question. */
    private static final List<CharSequence> SPECIAL = List.of(
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.CONTENT_LENGTH,
            HttpHeaderNames.AUTHORIZATION,
            HttpHeaderNames.UPGRADE,
            HttpHeaderNames.EXPECT,
            AsciiString.cached(ReadYourWrites.HEADER));

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

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
     * Whether it may without a second look: a GET of HTTP/1.1 with one Host of plain letters, nothing that could make its
     * answer another one or end its connection, and a URL that is known to be in order. False: {@link #refusal} has to look
     * closer, and others after it.
     */
    public boolean takesAtOnce(HttpRequest request) {
        HttpHeaders headers = request.headers();
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        return request.decoderResult().isSuccess()
                && request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && hosts.size() == 1
                && isPlain(hosts.get(0))
                && hasNothingSpecial(headers)
                && size(headers) <= config.maxHeadersSize();
    }

    private static boolean hasNothingSpecial(HttpHeaders headers) {
        for (CharSequence special : SPECIAL) {
            if (headers.contains(special)) {
                return false;
            }
        }
        for (String option : headers.getAll(HttpHeaderNames.CONNECTION)) {
            if (!HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(option)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a name or an IPv4 address, with a port or without. */
    private static boolean isPlain(String host) {
        int end = host.indexOf(':');
        int name = end < 0 ? host.length() : end;
        for (int i = 0; i < host.length(); i++) {
            char character = host.charAt(i);
            boolean digit = character >= '0' && character <= '9';
            boolean letter = (character | ' ') >= 'a' && (character | ' ') <= 'z';
            if (i != name && !digit && (i > name || !(letter || character == '.' || character == '-'))) {
                return false;
            }
        }
        return name > 0 && host.length() - name <= LONGEST_PORT;
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
