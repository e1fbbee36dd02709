package press.gazette.contract;

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
import press.gazette.security.Scope;

/**
 * Adds to the OpenAPI document everything that operations have in common: the headers of responses, conditional requests,
 * problems, the parameters of listings. Resources describe only the rest.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public final class Contract implements OASFilter {

    private static final Set<String> PREVIEWS = Set.of("readPreview", "previewArticle");

    private static final Set<String> NOT_ALWAYS_INDEXED =
            Set.of("getArticle", "getArticleAsJsonLd", "getArticleAsMarkdown", "search", "listSuggestions");

    /** Found in the type of responses that are files, and used by no operation. */
    private static final Set<String> JDK_FILES =
            Set.of("PathPart", "Path", "FileSystem", "FileStore", "UserPrincipalLookupService");

    private static final String FEED_LIMIT = "feedLimit";

    private static final Set<String> PAGING = Set.of("limit", "cursor");

    /** The groups whose responses have no date: they change only with a release, or are never cached. */
    private static final Set<String> UNDATED = Set.of("Entry", "Previews");

    private final ContractScopes scopes;
    private final ContractPathValues pathValues;

    public Contract(IndexView index) {
        scopes = new ContractScopes(index);
        pathValues = new ContractPathValues(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.servers(List.of(OASFactory.createServer().url("/").description("This server.")));
        api.security(List.of());
        api.setTags(ContractGroups.tags());
        Components components = api.getComponents();
        JDK_FILES.forEach(components::removeSchema);
        ContractHeaders.addTo(components);
        ContractProblems.addTo(components);
        components.addResponse(
                "NotModified",
                ContractHeaders.ofNotModified(OASFactory.createAPIResponse()
                        .description("Your copy is current: If-None-Match or If-Modified-Since matches.")));
        components.addResponse(
                "Moved",
                ContractHeaders.ofMoved(
                        OASFactory.createAPIResponse().description("An old slug. Location has the current address.")));
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
                query("cursor", "The start of the page. Leave it out for the first page, then follow next.")
                        .schema(text().minLength(1).maxLength(Cursor.MOST_CHARACTERS)));
    }

    private static Parameter limit(int otherwise) {
        return query("limit", "The most items on the page.")
                .example(otherwise)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.INTEGER)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Limit.MOST))
                        .defaultValue(otherwise));
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) {
            operation.setParameters(new ArrayList<>(operation.getParameters().stream()
                    .map(parameter -> pathValues.described(operation, parameter))
                    .peek(parameter -> ContractParameters.describe(path, parameter))
                    .toList()));
            operation.setParameters(new ArrayList<>(operation.getParameters().stream()
                    .map(parameter -> shared(operation, parameter))
                    .peek(Contract::showExample)
                    .toList()));
        }
        List<String> needed = scopes.of(operation);
        if (method == PathItem.HttpMethod.GET) {
            read(operation, needed.isEmpty());
            if (NOT_ALWAYS_INDEXED.contains(operation.getOperationId())) {
                ContractHeaders.ofIndexing(operation.getResponses().getAPIResponse("200"));
            }
            if (PREVIEWS.contains(operation.getOperationId())) {
                ContractHeaders.ofPreview(operation.getResponses().getAPIResponse("200"));
            }
        } else {
            write(operation);
        }
        addResponse(operation, "400", "BadRequest");
        if (!needed.isEmpty()) {
            needed.forEach(scope -> operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(ContractScopes.SCHEME, List.of(scope))));
            addResponse(operation, "401", "Unauthenticated");
            addResponse(operation, "403", "Forbidden");
        }
        if (parameters(operation).anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            addResponse(operation, "404", "NotFound");
        }
        boolean searches = path.startsWith(ContractProblems.SEARCH);
        if (searches) {
            addResponse(operation, "404", ContractProblems.SEARCH_OFF);
        }
        if (ContractFeeds.isDocument(operation)) {
            operation.getResponses().getAPIResponse("200").setContent(ContractFeeds.content(operation));
        } else {
            addResponse(operation, "406", "NotAcceptable");
        }
        addResponse(operation, "429", "TooManyRequests");
        addResponse(operation, "500", "ServerError");
        addResponse(operation, "503", searches ? ContractProblems.SEARCH_NOT_READY : "Unavailable");
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
            mayHaveKey(operation);
        }
        if (parameters(operation)
                .anyMatch(parameter -> String.valueOf(parameter.getRef()).endsWith("/cursor"))) {
            ok.addHeader("Link", ContractHeaders.ref("Link"));
        }
        addResponse(operation, "304", "NotModified");
    }

    /** A key is optional where articles may be shown: an empty requirement is one of the two. */
    private static void mayHaveKey(Operation operation) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(ContractScopes.SCHEME, List.of(Scope.CONTENT)));
        addResponse(operation, "401", "Unauthenticated");
    }

    private static void write(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, done) -> {
            ContractHeaders.ofWrite(done);
            if (status.equals("201")) {
                done.addHeader("Location", ContractHeaders.ref("Location"));
            }
        });
        if (operation.getRequestBody() != null) {
            addResponse(operation, "408", "ContentTooSlow");
            addResponse(operation, "413", "ContentTooLarge");
            addResponse(operation, "415", "UnsupportedMediaType");
        }
    }

    /**
     * Moves the example of an optional parameter to its schema. Swagger UI sends every example of a parameter with its
     * requests, and all filters together match nothing; an example of a schema is only shown.
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

    static void addResponse(Operation operation, String status, String name) {
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
