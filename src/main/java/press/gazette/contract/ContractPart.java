package press.gazette.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The whole contract and its two parts: one for readers, one for the desk. */
public enum ContractPart {
    WHOLE("openapi", "Gazette"),
    READERS("readers", "Gazette for readers"),
    DESK("desk", "Gazette for the desk");

    private final String name;
    private final String title;

    ContractPart(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** The part with this name in an address; empty if there is none. */
    public static Optional<ContractPart> named(String name) {
        return Arrays.stream(values()).filter(part -> part.name.equals(name)).findFirst();
    }

    /** Removes everything of the other part: its operations, and the components and groups that only they use. */
    void cut(Map<String, Object> contract) {
        UnusedComponents.member(contract, "info").put("title", title);
        if (this == WHOLE) {
            return;
        }
        UnusedComponents.member(contract, "paths").keySet().removeIf(path -> !has(path));
        UnusedComponents.remove(contract);
    }

    private boolean has(String path) {
        return path.startsWith(ContractGroups.BELOW_DESK) == (this == DESK);
    }
}
