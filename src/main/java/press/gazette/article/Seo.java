package press.gazette.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What search engines and social networks are told in place of the headline and the standfirst. */
@Schema(description = "What search engines are told in place of title and standfirst.")
public record Seo(
        @Schema(description = "Absent: use the title.", maxLength = Seo.LONGEST_TITLE) @Nullable
        String title,

        @Schema(description = "Absent: use the standfirst.", maxLength = Seo.LONGEST_DESCRIPTION) @Nullable
        String description) {

    public static final int LONGEST_TITLE = 500;
    public static final int LONGEST_DESCRIPTION = 4_000;
}
