package press.gazette.delivery.contract;

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

/** Which scopes each operation needs: read off the very annotations that enforce it, so that the contract cannot be wrong. */
final class ContractScopes {

    /** The name of the one way to say who is calling. */
    static final String SCHEME = "bearer";

    private static final DotName ROLES = DotName.createSimple(RolesAllowed.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Map<String, List<String>> byOperation = new HashMap<>();

    ContractScopes(IndexView index) {
        for (AnnotationInstance roles : index.getAnnotations(ROLES)) {
            AnnotationInstance operation = roles.target().annotation(OPERATION);
            if (operation != null) {
                byOperation.put(
                        operation.value("operationId").asString(),
                        Arrays.asList(roles.value().asStringArray()));
            }
        }
    }

    /** Any one of these is enough; none: the operation is public. */
    List<String> of(Operation operation) {
        return byOperation.getOrDefault(operation.getOperationId(), List.of());
    }

    static SecurityScheme scheme() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key, or a token of the newsroom's own identity provider, where one is configured. Each "
                        + "operation names the scope that it needs; admin has all scopes.");
    }
}
