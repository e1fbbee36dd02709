package press.gazette.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.openapi.api.SmallRyeOpenAPI;

import press.gazette.delivery.FileResponse;
import press.gazette.json.Json;

/** The documents of the contract. Each is made from the file that the build has written, when it is first requested. */
@Singleton
public class ContractDocuments {

    private record Name(ContractPart part, ContractFormat format) {}

    /** The whole contract, written by the build. */
    private static final String BUILT = OpenApiConstants.BASE_NAME + ".JSON";

    private final Map<Name, FileResponse> made = new ConcurrentHashMap<>();

    /**
     * Hides the contract from the framework, which would parse it at each start and write it in both formats. That takes
     * longer than all of Gazette's own work at the start.
     */
    public static void hideFromFramework() {
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    /** One part of the contract in one format. */
    public FileResponse document(ContractPart part, ContractFormat format) {
        return made.computeIfAbsent(new Name(part, format), ContractDocuments::make);
    }

    private static FileResponse make(Name name) {
        Map<String, Object> contract = built();
        name.part.cut(contract);
        byte[] content = Json.bytes(contract);
        SmallRyeOpenAPI part = SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(content))
                .build();
        String text = name.format == ContractFormat.JSON ? part.toJSON() : part.toYAML();
        return new FileResponse(text.getBytes(StandardCharsets.UTF_8), name.format.mediaType(), List.of());
    }

    private static Map<String, Object> built() {
        try (InputStream built = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(BUILT), BUILT)) {
            return Json.object(built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
