package press.gazette.contract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The scopes that each operation needs, from the annotations that enforce them. */
final class ContractScopes {

    /** The name of the one security scheme. */
    static final String SCHEME = "bearer";

    private static final DotName ROLES = DotName.createSimple(RolesAllowed.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Map<String, List<String>> byOperation = new HashMap<>();

    ContractScopes(IndexView index) {
        for (AnnotationInstance roles : index.getAnnotations(ROLES)) {
            AnnotationInstance operation = roles.target().annotation(OPERATION);
            // A hidden operation has no id.
            if (operation != null && operation.value("operationId") != null) {
                byOperation.put(
                        operation.value("operationId").asString(),
                        Arrays.asList(roles.value().asStringArray()));
            }
        }
    }

    /** The scopes of an operation, any of which is enough; empty if it is public. */
    List<String> of(Operation operation) {
        return byOperation.getOrDefault(operation.getOperationId(), List.of());
    }

    static SecurityScheme scheme() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key, or a token of the newsroom's own identity provider, where one is configured. Each "
                        + "operation names the scope that it needs; admin has all scopes. Public reads need none: with "
                        + "content:full they have whole articles, and a key that is not valid is rejected.");
    }
}
