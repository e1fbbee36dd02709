package press.gazette.article.batch;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.json.Unbound;

/** A batch of operations on articles. */
@Schema(description = "Operations on articles, done in their order.")
public record BatchDraft(
        @Schema(
                description =
                        "1 to 500 operations; 1 to 200 with atomic=true. The server may be configured for fewer or more.",
                implementation = Operation[].class)
        List<Unbound<Operation>> operations) {}
