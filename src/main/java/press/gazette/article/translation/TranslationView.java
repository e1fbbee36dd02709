package press.gazette.article.translation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The same story in another language. */
@Schema(description = "The same story in another language.")
public record TranslationView(
        @Schema(description = "BCP 47.", example = "de") String language,

        @Schema(description = "The current address in /v1/articles/{ref}.", example = "gasvertrag-averil")
        String slug) {

    /** The views of the rows, in their order; null if there are none. */
    public static @Nullable List<TranslationView> of(List<TranslationRow> rows) {
        return rows.isEmpty()
                ? null
                : rows.stream()
                        .map(row -> new TranslationView(row.language(), row.slug()))
                        .toList();
    }
}
