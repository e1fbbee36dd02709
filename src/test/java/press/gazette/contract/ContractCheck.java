package press.gazette.contract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.networknt.schema.Error;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Compares every request and response of a test with the contract. An undescribed one fails that test. */
final class ContractCheck implements Filter {

    private static final List<String> JSON = List.of("application/json", "application/merge-patch+json");

    /** The statuses of requests that are rejected before their operation is known; docs/errors.md describes them. */
    private static final Set<Integer> BEFORE_OPERATIONS = Set.of(400, 405, 406, 408, 413, 414, 415, 431);

    /** A resource that only tests have. */
    private static final String NOTES = "/v1/desk/notes";

    private static final String BATCH = "/batch";

    private final CommittedContract contract;

    ContractCheck(CommittedContract contract) {
        this.contract = contract;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        boolean isFeed = path.startsWith("/feeds/") && response.statusCode() == 200;
        if (isFeed || (path.startsWith("/v1/") && !path.startsWith(NOTES))) {
            check(request, path, response);
        }
        return response;
    }

    private void check(FilterableRequestSpecification request, String path, Response response) {
        int status = response.statusCode();
        Optional<CommittedContract.Operation> operation = contract.operation(request.getMethod(), path);
        if (operation.isEmpty()) {
            require(status >= 400 || request.getMethod().equals("OPTIONS"), request, "is in no operation", response);
            return;
        }
        Optional<String> described = contract.response(operation.get(), status);
        if (described.isEmpty()) {
            require(BEFORE_OPERATIONS.contains(status), request, "has a status that is not described", response);
            return;
        }
        checkResponse(request, described.get(), response);
        if (status < 300 && !path.endsWith(BATCH)) {
            checkContent(request, operation.get(), response);
        }
    }

    private void checkResponse(FilterableRequestSpecification request, String described, Response response) {
        String body = response.asString();
        if (body.isEmpty()) {
            return;
        }
        require(contract.hasContent(described), request, "has content that is not described", response);
        String mediaType = response.contentType().replaceFirst(";.*", "");
        Optional<CommittedContract.Content> content = contract.content(described, mediaType);
        require(content.isPresent(), request, "is of a media type that is not described", response);
        List<Error> faults = mediaType.endsWith("json") && !mediaType.endsWith("ndjson")
                ? contract.faults(content.get(), body)
                : List.of();
        require(faults.isEmpty(), request, "has an undescribed response: " + faults, response);
    }

    /** Accepted content must be valid by the contract. A batch is not checked: it accepts part of its content. */
    private void checkContent(
            FilterableRequestSpecification request, CommittedContract.Operation operation, Response response) {
        String mediaType = String.valueOf(request.getContentType()).replaceFirst(";.*", "");
        if (request.getBody() instanceof String body && JSON.contains(mediaType)) {
            contract.content(operation.pointer() + "/requestBody", mediaType).ifPresent(content -> {
                List<Error> faults = contract.faults(content, body);
                require(faults.isEmpty(), request, "was accepted, though it is not described: " + faults, response);
            });
        }
    }

    private static void require(boolean held, FilterableRequestSpecification request, String how, Response response) {
        if (!held) {
            String body = response.asString();
            throw new AssertionError("%s %s %s: %d %s %s"
                    .formatted(
                            request.getMethod(),
                            request.getURI(),
                            how,
                            response.statusCode(),
                            response.contentType(),
                            body.substring(0, Math.min(body.length(), 500))));
        }
    }
}
