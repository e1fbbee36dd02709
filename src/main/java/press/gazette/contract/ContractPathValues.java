package press.gazette.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodParameterInfo;
import org.jspecify.annotations.Nullable;

/**
 * Describes parameters of paths by their types, such as the id or slug of an article, so that each description is written once.
 */
final class ContractPathValues {

    private static final DotName PATH = DotName.createSimple(PathParam.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private record Place(String operation, String parameter) {}

    private final Map<Place, AnnotationInstance> schemas = new HashMap<>();
    private final Set<String> types = new HashSet<>();

    ContractPathValues(IndexView index) {
        for (AnnotationInstance path : index.getAnnotations(PATH)) {
            if (path.target().kind() == AnnotationTarget.Kind.METHOD_PARAMETER) {
                add(index, path.value().asString(), path.target().asMethodParameter());
            }
        }
    }

    private void add(IndexView index, String name, MethodParameterInfo parameter) {
        ClassInfo type = index.getClassByName(parameter.type().name());
        AnnotationInstance schema = type == null ? null : type.declaredAnnotation(SCHEMA);
        AnnotationInstance operation = parameter.method().annotation(OPERATION);
        AnnotationValue id = operation == null ? null : operation.value("operationId");
        if (schema != null && id != null) {
            schemas.put(new Place(id.asString(), name), schema);
            types.add(type.simpleName());
        }
    }

    /** The parameter with the description of its type. A description or example of the resource takes precedence. */
    Parameter described(Operation operation, Parameter written) {
        AnnotationInstance schema =
                schemas.get(new Place(String.valueOf(operation.getOperationId()), written.getName()));
        if (schema == null || written.getIn() != Parameter.In.PATH) {
            return written;
        }
        // The contract lists the properties of a parameter in the order in which they are set.
        Parameter described = OASFactory.createParameter()
                .description(written.getDescription() != null ? written.getDescription() : text(schema, "description"));
        Object example = written.getExample() != null ? written.getExample() : text(schema, "example");
        if (example != null) {
            described.example(example);
        }
        return described
                .name(written.getName())
                .in(Parameter.In.PATH)
                .required(true)
                .schema(Contract.text());
    }

    /** The names of the schemas that the scanner makes from the types. No operation refers to them. */
    Set<String> types() {
        return types;
    }

    private static @Nullable String text(AnnotationInstance schema, String member) {
        AnnotationValue value = schema.value(member);
        return value == null ? null : value.asString();
    }
}
