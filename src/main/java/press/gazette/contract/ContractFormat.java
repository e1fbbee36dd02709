package press.gazette.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;

/** The two formats of the contract. */
public enum ContractFormat {
    YAML("yaml"),
    JSON("json");

    private final String name;

    ContractFormat(String name) {
        this.name = name;
    }

    /** The format with this name in an address or a parameter; empty if there is none. */
    public static Optional<ContractFormat> named(String name) {
        return name.equals("yml")
                ? Optional.of(YAML)
                : Arrays.stream(values())
                        .filter(format -> format.name.equals(name))
                        .findFirst();
    }

    /**
     * The preferred format; YAML if both or neither is preferred.
     *
     * @param accepted the media types of Accept, the preferred first
     */
    public static ContractFormat of(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(range -> Arrays.stream(values()).filter(format -> range.isCompatible(format.type())))
                .findFirst()
                .orElse(YAML);
    }

    /** The value of Content-Type. */
    public String mediaType() {
        return type() + ";charset=UTF-8";
    }

    private MediaType type() {
        return new MediaType("application", name);
    }
}
