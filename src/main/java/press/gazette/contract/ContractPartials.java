package press.gazette.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

import press.gazette.delivery.Fields;

/**
 * Adds partial schemas for the parameter {@code fields}: the members of the whole object, none of them required. A response
 * has either the whole or the partial schema.
 */
final class ContractPartials {

    private static final String PARTIAL = "Partial";

    /** A listing stays whole: the selection is for its items. */
    private static final String LISTING = "Listing";

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    private ContractPartials(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** Adds the partial schema to the response of an operation that takes {@code fields}. */
    static void describe(Operation operation, Map<String, Schema> schemas) {
        if (operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> Fields.PARAMETER.equals(parameter.getName()))) {
            new ContractPartials(schemas).offer(operation);
        }
    }

    private void offer(Operation operation) {
        for (MediaType type : operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaTypes()
                .values()) {
            Schema whole = OASFactory.createSchema().ref(type.getSchema().getRef());
            type.setSchema(OASFactory.createSchema().addAnyOf(whole).addAnyOf(partial(whole)));
        }
    }

    /** The schema with all objects partial, at any depth. */
    private Schema partial(Schema whole) {
        if (whole.getRef() != null) {
            return OASFactory.createSchema().ref(reference(whole.getRef())).description(whole.getDescription());
        }
        if (whole.getItems() != null) {
            return ContractPatches.copy(whole).items(partial(whole.getItems()));
        }
        return whole;
    }

    private String reference(String ref) {
        String name = ref.substring(SCHEMAS.length());
        Schema whole = Objects.requireNonNull(schemas.get(name), name);
        if (whole.getProperties() == null) {
            return ref;
        }
        if (!schemas.containsKey(PARTIAL + name)) {
            Schema partial = OASFactory.createSchema()
                    .addType(Schema.SchemaType.OBJECT)
                    .description(Stream.of(whole.getDescription(), "Only the requested fields.")
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")));
            schemas.put(PARTIAL + name, partial);
            Map<String, Schema> properties = new LinkedHashMap<>();
            whole.getProperties().forEach((member, schema) -> properties.put(member, partial(schema)));
            partial.setProperties(properties);
            if (name.startsWith(LISTING)) {
                partial.setRequired(whole.getRequired());
            }
        }
        return SCHEMAS + PARTIAL + name;
    }
}
