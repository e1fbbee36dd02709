package press.gazette.contract;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The operations that take a file beside JSON. Methods of their own read it, which the contract does not show. */
final class ContractUploads {

    private static final List<String> OPERATIONS = List.of("createPicture", "replaceFile");

    private static final String JSON = "application/json";
    /** A form stands in words: generators of clients make no class for it beside other contents. */
    private static final String FORM = " A form (multipart/form-data) whose only part is the file is taken too.";

    private static final List<String> RAW =
            List.of("image/*", "audio/*", "video/*", "application/pdf", "application/octet-stream");

    private ContractUploads() {}

    /** Adds the file to the contents of the request. */
    static void complete(Operation operation) {
        if (!OPERATIONS.contains(operation.getOperationId())) {
            return;
        }
        Content content = operation.getRequestBody().getContent();
        content.getMediaTypes().keySet().stream()
                .filter(type -> !type.equals(JSON))
                .toList()
                .forEach(content::removeMediaType);
        RAW.forEach(
                type -> content.addMediaType(type, OASFactory.createMediaType().schema(file())));
        operation.setDescription(operation.getDescription() + FORM);
        Contract.addResponse(operation, "507", "InsufficientStorage");
    }

    private static Schema file() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary");
    }
}
