package press.gazette.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import press.gazette.address.RequestTarget;
import press.gazette.admission.resource.AllowedMethods;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Checks a request before anything else happens: bounds on its size, and a head that has one meaning only. */
@Singleton
public final class Admission {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** More than any registered method has (the longest of IANA's, UPDATEREDIRECTREF, has 17 characters). */
    private static final int LONGEST_METHOD = 32;

    private final AdmissionConfig config;
    private final ContentBound bound;

    /** Both are built from all resources when a request first needs them, not at the start. */
    private final Provider<ResourceKinds> kinds;

    private final Provider<AllowedMethods> allowed;

    Admission(
            AdmissionConfig config,
            ContentBound bound,
            Provider<ResourceKinds> kinds,
            Provider<AllowedMethods> allowed) {
        this.config = config;
        this.bound = bound;
        this.kinds = kinds;
        this.allowed = allowed;
    }

    /** The problem with which a request is rejected; empty if it is admitted. */
    public Optional<Problem> refusal(HttpServerRequest request) {
        return sizeRefusal(request)
                .or(() -> RequestTarget.fault(request.uri(), path -> kinds.get().acceptsLastSlash(path))
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

    /** Rejects heads that a proxy in front may read differently: one request could be smuggled in as two. */
    private static Optional<String> headFault(HttpServerRequest request) {
        // Null for versions other than HTTP/1.0, 1.1 and 2.
        if (request.version() == null) {
            return Optional.of("This server does not speak this version of HTTP.");
        }
        boolean needsHost = request.version() != HttpVersion.HTTP_1_0;
        if ((needsHost && request.authority() == null)
                || request.headers().getAll("Host").size() > 1) {
            return Optional.of("The header Host is missing, repeated, or not a host.");
        }
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        return codings.stream().allMatch("chunked"::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of("The header Transfer-Encoding has a value other than chunked.");
    }

    /** The most characters that the names and values of all headers of a request may have together. */
    public int maxHeadersSize() {
        return config.maxHeadersSize();
    }

    private Optional<Problem> contentRefusal(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        boolean admitted = length == null
                || (LENGTH.matcher(length).matches()
                        && (Long.parseLong(length) <= bound.bytes()
                                || allowed.get()
                                        .takesFiles(
                                                request.path(), request.method().name())));
        return admitted ? Optional.empty() : Optional.of(bound.exceeded());
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
