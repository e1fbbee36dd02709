package press.gazette.delivery.contract;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.openapi.api.SmallRyeOpenAPI;

/** The contract as it is given out: each document is made of what the build has written, once it is asked for. */
@Singleton
public class ContractDocuments {

    private record Name(ContractPart part, ContractFormat format) {}

    /** The whole, as the build has written it. */
    private static final String BUILT = OpenApiConstants.BASE_NAME + ".JSON";

    private final Map<Name, byte[]> made = new ConcurrentHashMap<>();

    /**
     * Hides the contract from the framework, which would read all of it at each start and write it in both formats: that takes
     * it longer than all that Gazette does then.
     */
    public static void hideFromFramework() {
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    /** The bytes of a part, in UTF-8. */
    public byte[] document(ContractPart part, ContractFormat format) {
        return made.computeIfAbsent(new Name(part, format), ContractDocuments::make)
                .clone();
    }

    private static byte[] make(Name name) {
        SmallRyeOpenAPI part = SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(ContractDocuments::built)
                .addFilter(name.part)
                .build();
        return (name.format == ContractFormat.JSON ? part.toJSON() : part.toYAML()).getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream built() {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(BUILT), BUILT);
    }
}
