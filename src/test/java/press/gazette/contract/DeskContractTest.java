package press.gazette.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;

/** The common parts of all operations of the desk in the contract, by the example of notes. */
class DeskContractTest {

    private static final IndexView NOTHING = new Indexer().complete();

    @Test
    void postToACollectionTakesAnIdempotencyKey() {
        Operation post = operation(PathItem.HttpMethod.POST, "/v1/desk/notes");
        assertThat(refs(post)).containsExactly("prefer", "dryRun", "idempotencyKey");
        assertThat(post.getResponses().getAPIResponses())
                .containsOnlyKeys("200", "201", "400", "406", "408", "409", "413", "415", "422", "429", "500", "503");
        assertThat(post.getResponses().getAPIResponse("201").getHeaders())
                .containsKeys("Location", "ETag", "Idempotency-Replayed", "Cache-Control");
    }

    @Test
    void postToAResourceTakesIfMatchToo() {
        Operation post = operation(PathItem.HttpMethod.POST, "/v1/desk/notes/{id}/copies");
        assertThat(refs(post)).containsExactly("ifMatch", "prefer", "dryRun", "idempotencyKey");
        assertThat(post.getResponses().getAPIResponses()).containsKeys("404", "409", "412", "422", "428");
    }

    @Test
    void changeTakesIfMatch() {
        for (PathItem.HttpMethod method : List.of(PathItem.HttpMethod.PATCH, PathItem.HttpMethod.PUT)) {
            Operation change = operation(method, "/v1/desk/notes/{id}");
            assertThat(refs(change)).containsExactly("ifMatch", "prefer", "dryRun");
            List<String> created = method == PathItem.HttpMethod.PUT ? List.of("201") : List.of();
            assertThat(change.getResponses().getAPIResponses().keySet())
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    created.stream(),
                                    Stream.of(
                                            "200", "204", "400", "404", "406", "408", "409", "412", "413", "415", "428",
                                            "429", "500", "503"))
                            .toList());
        }
    }

    @Test
    void contractWithoutADeskHasNoneOfItsComponents() {
        OpenAPI api = api("/v1/notes", OASFactory.createPathItem().GET(operation()));
        new Contract(NOTHING).filterOpenAPI(api);
        assertThat(api.getComponents().getResponses()).doesNotContainKey("PreconditionFailed");
        assertThat(api.getComponents().getParameters()).doesNotContainKey("ifMatch");
    }

    @Test
    void operationWithoutAGroupFailsTheBuild() {
        Operation groupless = operation().tags(null);
        OpenAPI api = api("/v1/notes", OASFactory.createPathItem().GET(groupless));
        assertThatThrownBy(() -> new Contract(NOTHING).filterOpenAPI(api))
                .hasMessageStartingWith("The operation writeNotes at /v1/notes is in no group of the contract")
                .hasMessageContaining("Entry, Feeds");
    }

    /** The shared parameters of an operation. */
    private static List<String> refs(Operation operation) {
        return operation.getParameters().stream()
                .map(Parameter::getRef)
                .filter(Objects::nonNull)
                .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                .toList();
    }

    private static Operation operation(PathItem.HttpMethod method, String path) {
        Operation operation = operation();
        if (path.contains("{")) {
            operation.addParameter(OASFactory.createParameter()
                    .name("id")
                    .in(Parameter.In.PATH)
                    .required(true));
        }
        operation.requestBody(OASFactory.createRequestBody());
        Stream.of("If-Match", "Prefer", "dryRun")
                .forEach(name -> operation.addParameter(
                        OASFactory.createParameter().name(name).in(Parameter.In.HEADER)));
        PathItem item = OASFactory.createPathItem();
        item.setOperation(method, operation);
        new Contract(NOTHING).filterOpenAPI(api(path, item));
        return operation;
    }

    private static Operation operation() {
        return OASFactory.createOperation()
                .operationId("writeNotes")
                .addTag("Notes")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().description("OK")));
    }

    private static OpenAPI api(String path, PathItem item) {
        return OASFactory.createOpenAPI()
                .components(OASFactory.createComponents())
                .paths(OASFactory.createPaths().addPathItem(path, item));
    }
}
