package press.gazette.delivery.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The contract, and its two parts, which together are the whole: one for those who read, one for those who write. */
public enum ContractPart implements OASFilter {
    WHOLE("openapi", "Gazette"),
    READERS("readers", "Gazette for readers"),
    DESK("desk", "Gazette for the desk");

    private final String name;
    private final String title;

    ContractPart(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** The part that an address calls so; empty: there is none. */
    public static Optional<ContractPart> named(String name) {
        return Arrays.stream(values()).filter(part -> part.name.equals(name)).findFirst();
    }

    /** Takes away what is not of this part. What operations share stays, used or not. */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getInfo().setTitle(title);
        List<String> others = api.getPaths().getPathItems().keySet().stream()
                .filter(path -> !has(path))
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

    private boolean has(String path) {
        boolean desk = path.startsWith(ContractGroups.BELOW_DESK);
        return switch (this) {
            case WHOLE -> true;
            case READERS -> !desk;
            case DESK -> desk;
        };
    }
}
