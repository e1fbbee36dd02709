package press.gazette.article.translation;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The same story in another language. */
@Schema(description = "The same story in another language.")
public record TranslationView(
        @Schema(description = "BCP 47.", example = "de") String language,

        @Schema(description = "The current address in /v1/articles/{ref}.", example = "gasvertrag-averil")
        String slug,

        @Schema(
                description =
                        "The page of the translation on the newsroom's own site. Absent unless gazette.article-url is set.",
                example = "https://www.example.org/2026/gasvertrag-averil",
                format = "uri")
        @Nullable
        String url) {

    /**
     * The views of the rows, in their order; null if there are none.
     *
     * @param page makes the absolute URL of a translation's page; null: the newsroom has no site of its own
     */
    public static @Nullable List<TranslationView> of(
            List<TranslationRow> rows, Function<TranslationRow, @Nullable String> page) {
        return rows.isEmpty()
                ? null
                : rows.stream()
                        .map(row -> new TranslationView(row.language(), row.slug(), page.apply(row)))
                        .toList();
    }
}
