package press.gazette.delivery.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Two parts of the contract, which together are the whole: one for those who read, one for those who write. */
enum ContractPart {
    READERS,
    DESK;

    /** Behind {@link Contract} and {@link ContractSchemas}, which complete the whole. */
    static final int LAST = 0;

    /** Takes away what is not of this part. What operations share stays, used or not. */
    void keep(OpenAPI api) {
        List<String> others = api.getPaths().getPathItems().keySet().stream()
                .filter(path -> path.startsWith(ContractGroups.BELOW_DESK) != (this == DESK))
                .toList();
        others.forEach(api.getPaths()::removePathItem);
        Set<String> used = api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getTags().stream())
                .collect(Collectors.toSet());
        api.setTags(api.getTags().stream()
                .filter(tag -> used.contains(tag.getName()))
                .toList());
    }
}
