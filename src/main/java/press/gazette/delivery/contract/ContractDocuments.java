package press.gazette.delivery.contract;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.runtime.io.Format;

/**
 * The contract as it is given out. Each document is made when it is first asked for: the framework would make all of them at
 * every start.
 */
@Singleton
public class ContractDocuments {

    private record Name(ContractPart part, ContractFormat format) {}

    private final OpenApiDocumentService framework;
    private final Map<Name, byte[]> made = new ConcurrentHashMap<>();

    ContractDocuments(OpenApiDocumentService framework) {
        this.framework = framework;
    }

    /** The bytes of a part, in UTF-8. */
    public byte[] document(ContractPart part, ContractFormat format) {
        return made.computeIfAbsent(new Name(part, format), this::make).clone();
    }

    private byte[] make(Name name) {
        byte[] whole = framework.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
        SmallRyeOpenAPI part = SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(whole))
                .addFilter(name.part)
                .build();
        return (name.format == ContractFormat.JSON ? part.toJSON() : part.toYAML()).getBytes(StandardCharsets.UTF_8);
    }
}
