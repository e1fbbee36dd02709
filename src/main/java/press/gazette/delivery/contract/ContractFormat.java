package press.gazette.delivery.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;

/** How a document of the contract is written. */
public enum ContractFormat {
    YAML("yaml"),
    JSON("json");

    private final String name;

    ContractFormat(String name) {
        this.name = name;
    }

    /** The format that an address or a parameter calls so; empty: there is none. */
    public static Optional<ContractFormat> named(String name) {
        return name.equals("yml")
                ? Optional.of(YAML)
                : Arrays.stream(values())
                        .filter(format -> format.name.equals(name))
                        .findFirst();
    }

    /**
     * The format that is liked best; YAML where both are, or none.
     *
     * @param accepted the media types of Accept, those liked best first
     */
    public static ContractFormat of(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(range -> Arrays.stream(values()).filter(format -> range.isCompatible(format.type())))
                .findFirst()
                .orElse(YAML);
    }

    /** As it stands in Content-Type. */
    public String mediaType() {
        return type() + ";charset=UTF-8";
    }

    private MediaType type() {
        return new MediaType("application", name);
    }
}
