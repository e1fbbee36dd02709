package press.gazette.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What search engines and social networks are told in place of the headline and the standfirst. */
@Schema(description = "What search engines are told in place of title and standfirst.")
public record Seo(
        @Schema(description = "Absent: use the title.") @Nullable
        String title,

        @Schema(description = "Absent: use the standfirst.") @Nullable
        String description) {}
