package press.gazette.delivery.contract;

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

import press.gazette.delivery.Document;
import press.gazette.json.Json;

/** The contract as it is given out: each document is made of what the build has written, once it is asked for. */
@Singleton
public class ContractDocuments {

    private record Name(ContractPart part, ContractFormat format) {}

    /** The whole, as the build has written it. */
    private static final String BUILT = OpenApiConstants.BASE_NAME + ".JSON";

    private final Map<Name, Document> made = new ConcurrentHashMap<>();

    /**
     * Hides the contract from the framework, which would read all of it at each start and write it in both formats: that takes
     * it longer than all that Gazette does then.
     */
    public static void hideFromFramework() {
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    /** A part, written in that format. */
    public Document document(ContractPart part, ContractFormat format) {
        return made.computeIfAbsent(new Name(part, format), ContractDocuments::make);
    }

    private static Document make(Name name) {
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
        return new Document(text.getBytes(StandardCharsets.UTF_8), name.format.mediaType(), List.of());
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
