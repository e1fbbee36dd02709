package press.gazette.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to the OpenAPI document everything that writes acknowledged by {@code desk.Desk} have in common. */
final class DeskContract {

    private static final Map<String, String> HEADERS = Map.of(
            "Desk-ETag", "Strong validator made from the version. Send it back in If-Match.",
            "Desk-Cache-Control", "no-store: responses of the desk are never cached.",
            "Idempotency-Replayed", "true: this is the response to an earlier request with the same Idempotency-Key.",
            "Preference-Applied", "The preferences of Prefer that were applied.");

    private static final Map<String, String> EXAMPLES = Map.of(
            "Desk-ETag", "\"7\"",
            "Desk-Cache-Control", "no-store",
            "Idempotency-Replayed", "true",
            "Preference-Applied", "return=minimal");

    /** The parameters of all writes, by the names under which the components describe them. */
    private static final Map<String, String> SHARED = Map.of(
            "If-Match",
            "ifMatch",
            "Idempotency-Key",
            "idempotencyKey",
            "Prefer",
            "prefer",
            "dryRun",
            "dryRun",
            "strict",
            "strict");

    /** A batch with atomic=true is rejected with the problem of its first rejected operation. */
    private static final String BATCH = "/batch";

    private static final int LONGEST_KEY = 255;

    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";

    private DeskContract() {}

    /** True if the operation is such a write: it takes If-Match. */
    static boolean covers(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    static void addComponents(Components components) {
        new TreeMap<>(HEADERS)
                .forEach((name, description) ->
                        components.addHeader(name, ContractHeaders.header(description, EXAMPLES.get(name))));
        ContractProblems.addThoseOfDeskTo(components);
        APIResponse done = OASFactory.createAPIResponse()
                .description(
                        "Done, without content: the resource is removed, or the request has Prefer: return=minimal.");
        addHeaders(done);
        components.addResponse("Done", done);
        addHeader(components, "If-Match", "The ETag that you have read; * for any.", "\"7\"");
        addHeader(
                components,
                "Idempotency-Key",
                "1 to 255 visible ASCII characters of your choice, such as a UUID. A repeated request with the same key is "
                        + "done once and gets the same response for 24 hours.",
                "5e2c1b6a-6e0e-4b0c-9a3e-2f6f6f1f7c11");
        addHeader(
                components,
                "Prefer",
                "return=minimal: a response without content (RFC 7240), 201 if something was created, else 204. Other "
                        + "preferences have no effect.",
                "return=minimal");
        Objects.requireNonNull(components.getParameters().get("idempotencyKey"))
                .getSchema()
                .minLength(1)
                .maxLength(LONGEST_KEY)
                .pattern("^[!-~]+$");
        addFlag(components, "dryRun", "true: check everything, respond with the result, and save nothing.");
        addFlag(
                components,
                "strict",
                "true: reject a body in markdown or html of which something would be lost, with a pointer for each "
                        + "loss.");
    }

    private static void addFlag(Components components, String name, String description) {
        components.addParameter(
                name,
                Contract.query(name, description)
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .defaultValue(false)));
    }

    private static void addHeader(Components components, String name, String description, String example) {
        components.addParameter(
                SHARED.get(name),
                OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.HEADER)
                        .description(description)
                        .example(example)
                        .schema(Contract.text()));
    }

    /** Completes one operation, after {@link Contract} has added the parts of all operations. */
    static void complete(String path, HttpMethod method, Operation operation) {
        boolean repeatable = method == HttpMethod.POST;
        boolean existing = !repeatable || path.contains("{");
        operation.setParameters(parameters(operation.getParameters(), existing, repeatable));
        succeed(method, operation);
        ContractUploads.complete(operation);
        Contract.addResponse(operation, "400", "BadContent");
        Contract.addResponse(operation, "409", "Conflict");
        if (existing) {
            Contract.addResponse(operation, "412", "PreconditionFailed");
            Contract.addResponse(operation, "428", "PreconditionRequired");
        }
        if (repeatable) {
            Contract.addResponse(operation, "422", "IdempotencyKeyReused");
        }
        if (path.endsWith(BATCH)) {
            Contract.addResponse(operation, "404", "NotFound");
            Contract.addResponse(operation, "412", "PreconditionFailed");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getRef() == null) {
                addHeaders(response);
            }
        });
    }

    private static List<Parameter> parameters(List<Parameter> declared, boolean existing, boolean repeatable) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : declared) {
            String shared = SHARED.get(parameter.getName());
            if (shared == null) {
                parameters.add(parameter);
            } else if (existing || !shared.equals("ifMatch")) {
                parameters.add(OASFactory.createParameter().ref(shared));
            }
        }
        if (repeatable) {
            parameters.add(OASFactory.createParameter().ref("idempotencyKey"));
        }
        return parameters;
    }

    private static void addHeaders(APIResponse response) {
        response.addHeader("ETag", ContractHeaders.ref("Desk-ETag"));
        response.addHeader("Cache-Control", ContractHeaders.ref("Desk-Cache-Control"));
        response.addHeader("Gazette-Seq", ContractHeaders.ref("Gazette-Seq"));
        response.addHeader("Vary", ContractHeaders.ref("Vary"));
        response.addHeader("Preference-Applied", ContractHeaders.ref("Preference-Applied"));
        ContractHeaders.ofAny(response);
    }

    /** Sets the statuses of success, which follow from the HTTP method. */
    private static void succeed(HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse ok = responses.getAPIResponse(OK);
        if (method == HttpMethod.POST && ok != null && "OK".equals(ok.getDescription())) {
            responses.addAPIResponse(
                    CREATED,
                    OASFactory.createAPIResponse()
                            .description("Created")
                            .content(ok.getContent())
                            .addHeader("Location", ContractHeaders.ref("Location"))
                            .addHeader("Idempotency-Replayed", ContractHeaders.ref("Idempotency-Replayed")));
            ok.setDescription("The result of a dry run; only with dryRun.");
        }
        if (method == HttpMethod.PUT && ok != null) {
            responses.addAPIResponse(
                    CREATED,
                    OASFactory.createAPIResponse()
                            .description("Created: there was none before.")
                            .content(ok.getContent()));
        }
        if (method == HttpMethod.DELETE && ok != null && ok.getContent() == null) {
            responses.removeAPIResponse(OK);
        }
        if (method != HttpMethod.POST) {
            Contract.addResponse(operation, NO_CONTENT, "Done");
        }
    }
}
