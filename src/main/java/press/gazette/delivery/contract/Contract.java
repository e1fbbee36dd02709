package press.gazette.delivery.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;

/**
 * Completes the OpenAPI document with what holds for every operation, so that resources describe only what is their own:
 * the headers of answers, conditional requests, problems, and the parameters of all listings.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public final class Contract implements OASFilter {

    private static final Set<String> PREVIEWS = Set.of("readPreview", "previewArticle");

    private static final String FEED_LIMIT = "feedLimit";

    private static final Set<String> PAGING = Set.of("limit", "cursor");

    /** The groups of what has no date: what changes only with a release, and what nobody keeps. */
    private static final Set<String> UNDATED = Set.of("Entry", "Previews");

    private final ContractScopes scopes;

    public Contract(IndexView index) {
        scopes = new ContractScopes(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.servers(List.of(OASFactory.createServer().url("/").description("This server.")));
        api.security(List.of());
        api.setTags(ContractGroups.tags());
        Components components = api.getComponents();
        ContractHeaders.addTo(components);
        ContractProblems.addTo(components);
        components.addResponse(
                "NotModified",
                ContractHeaders.ofNotModified(OASFactory.createAPIResponse()
                        .description(
                                "You have it already: what If-None-Match or If-Modified-Since names is current.")));
        components.addResponse(
                "Moved",
                ContractHeaders.ofMoved(OASFactory.createAPIResponse()
                        .description("An old slug: the thing is at another address now.")));
        components.addSecurityScheme(ContractScopes.SCHEME, ContractScopes.scheme());
        addParameters(components);
        Map<String, PathItem> paths = api.getPaths().getPathItems();
        if (paths.values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .anyMatch(DeskContract::covers)) {
            DeskContract.addComponents(components);
        }
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            ContractGroups.group(path, operation);
            complete(path, method, operation);
            if (DeskContract.covers(operation)) {
                DeskContract.complete(path, method, operation);
            }
        }));
        components.getParameters().values().forEach(Contract::showExample);
    }

    private static void addParameters(Components components) {
        components.addParameter("limit", limit(Limit.DEFAULT));
        components.addParameter(FEED_LIMIT, limit(Limit.FEED));
        components.addParameter(
                "cursor",
                query("cursor", "Where the page starts: leave it out for the first page, then follow next.")
                        .schema(text().minLength(1).maxLength(Cursor.MOST_CHARACTERS)));
    }

    private static Parameter limit(int otherwise) {
        return query("limit", "How many items the page may hold.")
                .example(otherwise)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.INTEGER)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Limit.MOST))
                        .defaultValue(otherwise));
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> ContractParameters.describe(path, parameter));
            operation.setParameters(new ArrayList<>(operation.getParameters().stream()
                    .map(parameter -> shared(operation, parameter))
                    .peek(Contract::showExample)
                    .toList()));
        }
        List<String> needed = scopes.of(operation);
        if (method == PathItem.HttpMethod.GET) {
            read(operation, needed.isEmpty());
            if (PREVIEWS.contains(operation.getOperationId())) {
                ContractHeaders.ofPreview(operation.getResponses().getAPIResponse("200"));
            }
        } else {
            write(operation);
        }
        answer(operation, "400", "BadRequest");
        if (!needed.isEmpty()) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(ContractScopes.SCHEME, needed));
            answer(operation, "401", "Unauthenticated");
            answer(operation, "403", "Forbidden");
        }
        if (parameters(operation).anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            answer(operation, "404", "NotFound");
        }
        if (ContractFeeds.isDocument(operation)) {
            operation.getResponses().getAPIResponse("200").setContent(ContractFeeds.content(operation));
        } else {
            answer(operation, "406", "NotAcceptable");
        }
        answer(operation, "429", "TooManyRequests");
        answer(operation, "500", "ServerError");
        answer(operation, "503", "Unavailable");
    }

    private static void read(Operation operation, boolean isPublic) {
        operation.addParameter(OASFactory.createParameter().ref("ifNoneMatch"));
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        ContractHeaders.ofRead(ok);
        if (isPublic) {
            ContractHeaders.ofPublicRead(ok);
        }
        if (isPublic && operation.getTags().stream().noneMatch(UNDATED::contains)) {
            operation.addParameter(OASFactory.createParameter().ref("ifModifiedSince"));
            operation.addParameter(OASFactory.createParameter().ref("gazetteSeq"));
            ContractHeaders.ofDatedRead(ok);
        }
        if (parameters(operation)
                .anyMatch(parameter -> String.valueOf(parameter.getRef()).endsWith("/cursor"))) {
            ok.addHeader("Link", ContractHeaders.ref("Link"));
        }
        answer(operation, "304", "NotModified");
    }

    private static void write(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, done) -> {
            ContractHeaders.ofWrite(done);
            if (status.equals("201")) {
                done.addHeader("Location", ContractHeaders.ref("Location"));
            }
        });
        if (operation.getRequestBody() != null) {
            answer(operation, "408", "ContentTooSlow");
            answer(operation, "413", "ContentTooLarge");
            answer(operation, "415", "UnsupportedMediaType");
        }
    }

    /**
     * Swagger UI sends along what is the example of a parameter, and all filters at once fit nothing. What is an example of
     * its schema it shows, and leaves it to the reader to send.
     */
    private static void showExample(Parameter parameter) {
        if (!Boolean.TRUE.equals(parameter.getRequired()) && parameter.getExample() != null) {
            parameter.getSchema().addExample(parameter.getExample());
            parameter.setExample(null);
        }
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? Stream.of() : operation.getParameters().stream();
    }

    /** The parameters of all listings are described once. */
    private static Parameter shared(Operation operation, Parameter parameter) {
        if (!PAGING.contains(parameter.getName())) {
            return parameter;
        }
        boolean ofFeed = parameter.getName().equals("limit") && ContractFeeds.isDocument(operation);
        return OASFactory.createParameter().ref(ofFeed ? FEED_LIMIT : parameter.getName());
    }

    static void answer(Operation operation, String status, String name) {
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
    }

    static Parameter query(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
