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

/** Holds what really went over the wire against the contract: what is not promised there fails the test that saw it. */
final class ContractCheck implements Filter {

    private static final List<String> JSON = List.of("application/json", "application/merge-patch+json");

    /** What is refused before anybody knows which operation it was for; docs/errors.md tells of these. */
    private static final Set<Integer> BEFORE_OPERATIONS = Set.of(400, 405, 406, 408, 413, 414, 415, 431);

    /** A resource of the tests' own. */
    private static final String NOTES = "/v1/desk/notes";

    private static final String BATCH = "/batch";

    private final Contract contract;

    ContractCheck(Contract contract) {
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
        Optional<Contract.Operation> operation = contract.operation(request.getMethod(), path);
        if (operation.isEmpty()) {
            require(status >= 400 || request.getMethod().equals("OPTIONS"), request, "is in no operation", response);
            return;
        }
        Optional<String> described = contract.response(operation.get(), status);
        if (described.isEmpty()) {
            require(BEFORE_OPERATIONS.contains(status), request, "may not be answered so", response);
            return;
        }
        checkAnswer(request, described.get(), response);
        if (status < 300 && !path.endsWith(BATCH)) {
            checkContent(request, operation.get(), response);
        }
    }

    private void checkAnswer(FilterableRequestSpecification request, String described, Response response) {
        String body = response.asString();
        if (body.isEmpty()) {
            return;
        }
        require(contract.hasContent(described), request, "has content that is not described", response);
        String mediaType = response.contentType().replaceFirst(";.*", "");
        Optional<Contract.Content> content = contract.content(described, mediaType);
        require(content.isPresent(), request, "is of a media type that is not described", response);
        List<Error> faults = mediaType.endsWith("json") ? contract.faults(content.get(), body) : List.of();
        require(faults.isEmpty(), request, "is answered with what is not described: " + faults, response);
    }

    /** The desk takes nothing that the contract does not let clients send. Of a batch it takes what it can. */
    private void checkContent(FilterableRequestSpecification request, Contract.Operation operation, Response response) {
        String mediaType = String.valueOf(request.getContentType()).replaceFirst(";.*", "");
        if (request.getBody() instanceof String body && JSON.contains(mediaType)) {
            contract.content(operation.pointer() + "/requestBody", mediaType).ifPresent(content -> {
                List<Error> faults = contract.faults(content, body);
                require(faults.isEmpty(), request, "was taken, though not described: " + faults, response);
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
