package press.gazette.media.desk;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the desk's listing of media, as they were sent. */
record DeskMediaParameters(
        @QueryParam("q")
        @Parameter(
                description =
                        "Only media with each of these words, or with words that begin so, in caption, alternative text or "
                                + "credit; without case and accents. At most " + MediaFilter.MOST_WORDS + " words.")
        @Nullable
        String q,

        @QueryParam("type") @Parameter(description = "Only media of this kind.") @Nullable
        String type,

        @QueryParam("rights")
        @Parameter(
                description =
                        "valid: readers may see them; limited: until a moment that is known; ended: not any more.")
        @Nullable
        String rights,

        @QueryParam("usedBy")
        @Parameter(
                description =
                        "Only media that this content uses, in its live or its working form: article:, tag: or list: with an "
                                + "id, slug or key behind it, or site.",
                example = "article:gas-contract-averil")
        @Nullable
        String usedBy,

        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {}
