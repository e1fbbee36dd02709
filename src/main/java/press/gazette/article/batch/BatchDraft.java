package press.gazette.article.batch;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.json.Unread;

/** Several operations. */
@Schema(description = "Several operations, done in their order.")
public record BatchDraft(
        @Schema(
                description = "1 to 500 of them, with atomic=true 1 to 200, unless the server is set to less or more.",
                implementation = Operation[].class)
        List<Unread<Operation>> operations) {}
