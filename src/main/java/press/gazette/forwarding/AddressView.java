package press.gazette.forwarding;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The target of an old address, for readers. */
@Schema(description = "The target of an address of the newsroom's former site.")
public record AddressView(
        @Schema(
                description = "The path that was asked for, decoded, without the slash at its end.",
                example = "/2019/03/02/night-trams")
        String path,

        @Schema(description = "article, tag or link. Expect further ones.", example = "article")
        String type,

        @Schema(description = "The id of the article or tag. Absent: the target is a link.") @Nullable
        UUID id,

        @Schema(description = "The current slug. Absent: the target is a link.", example = "night-trams-return")
        @Nullable
        String slug,

        @Schema(
                description = "The target in this API; of a link, its URL.",
                example = "/v1/articles/night-trams-return")
        String href,

        @Schema(description = "The newsroom's page of the article. Absent: the target is no article.") @Nullable
        String url) {}
