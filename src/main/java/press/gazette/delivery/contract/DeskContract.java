package press.gazette.delivery.contract;

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

/** Completes the OpenAPI document with what holds for every write that {@code desk.Desk} acknowledges. */
final class DeskContract {

    private static final Map<String, String> HEADERS = Map.of(
            "Desk-ETag", "Strong validator made from the version of the thing. Send it back in If-Match.",
            "Desk-Cache-Control", "no-store: nobody keeps what the desk sees.",
            "Idempotency-Replayed", "true: this is the answer to an earlier request with the same Idempotency-Key.",
            "Preference-Applied", "What of Prefer has been heeded.");

    private static final Map<String, String> EXAMPLES = Map.of(
            "Desk-ETag", "\"7\"",
            "Desk-Cache-Control", "no-store",
            "Idempotency-Replayed", "true",
            "Preference-Applied", "return=minimal");

    /** The parameters of all writes, by the names under which the components describe them. */
    private static final Map<String, String> SHARED =
            Map.of("If-Match", "ifMatch", "Idempotency-Key", "idempotencyKey", "Prefer", "prefer", "dryRun", "dryRun");

    /** With atomic=true the refusal of any operation is that of all. */
    private static final String BATCH = "/batch";

    private static final int LONGEST_KEY = 255;

    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";

    private DeskContract() {}

    /** Whether it takes the parameters that all such writes take. */
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
                        "Done, and nothing more to tell: removed, or Prefer: return=minimal asked for no content.");
        addHeaders(done);
        components.addResponse("Done", done);
        addHeader(components, "If-Match", "The ETag of what you have read; * for whatever there is.", "\"7\"");
        addHeader(
                components,
                "Idempotency-Key",
                "1 to 255 visible ASCII characters of your own, such as a UUID. The same request with the same key is done "
                        + "once and answered alike for 24 hours.",
                "5e2c1b6a-6e0e-4b0c-9a3e-2f6f6f1f7c11");
        addHeader(
                components,
                "Prefer",
                "return=minimal: answer without content (RFC 7240), 201 where something was made and 204 elsewhere. Any "
                        + "other preference has no effect.",
                "return=minimal");
        Objects.requireNonNull(components.getParameters().get("idempotencyKey"))
                .getSchema()
                .minLength(1)
                .maxLength(LONGEST_KEY)
                .pattern("^[!-~]+$");
        components.addParameter(
                "dryRun",
                Contract.query("dryRun", "true: check everything, tell what it would be, and keep nothing.")
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

    /** What holds for all operations has been added already. */
    static void complete(String path, HttpMethod method, Operation operation) {
        boolean existing = path.contains("{");
        boolean repeatable = method == HttpMethod.POST;
        operation.setParameters(parameters(operation.getParameters(), existing, repeatable));
        succeed(method, operation);
        Contract.answer(operation, "400", "BadContent");
        Contract.answer(operation, "409", "Conflict");
        if (existing) {
            Contract.answer(operation, "412", "PreconditionFailed");
            Contract.answer(operation, "428", "PreconditionRequired");
        }
        if (repeatable) {
            Contract.answer(operation, "422", "IdempotencyKeyReused");
        }
        if (path.endsWith(BATCH)) {
            Contract.answer(operation, "404", "NotFound");
            Contract.answer(operation, "412", "PreconditionFailed");
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

    /** A resource method has one type of answer; which statuses it comes with follows from the method. */
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
            ok.setDescription("What it would be; only with dryRun.");
        }
        if (method == HttpMethod.PUT && ok != null) {
            responses.addAPIResponse(
                    CREATED,
                    OASFactory.createAPIResponse()
                            .description("Created: it was not there before.")
                            .content(ok.getContent()));
        }
        if (method == HttpMethod.DELETE && ok != null && ok.getContent() == null) {
            responses.removeAPIResponse(OK);
        }
        if (method != HttpMethod.POST) {
            Contract.answer(operation, NO_CONTENT, "Done");
        }
    }
}
