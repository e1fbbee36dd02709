package press.gazette.security;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the desk may know of a key: everything but the key. */
@Schema(description = "What may be known of a key: everything but the key itself.")
public record KeyView(
        @Schema(description = "Never changes. Records name the caller key:<id>.")
        UUID id,

        @Schema(description = "Who or what uses it.", example = "Web site, preview")
        String name,

        @Schema(
                description = "What it may do; admin allows everything. Expect further scopes.",
                examples = "[\"desk:read\"]")
        SortedSet<Scope> scopes,

        @Schema(description = "The first characters of the key, to tell it from others.", example = "gz_7dPq2XbK")
        String beginning,

        @Schema(description = "When it was issued.") Instant createdAt,

        @Schema(
                description = "Who issued it: key:<id>, bootstrap, or oidc:<subject>; dev: made in dev mode.",
                example = "bootstrap")
        String createdBy,

        @Schema(description = "When it ends or ended. Absent: when it is revoked.") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was last used, to the minute. Absent: never.") @Nullable
        Instant lastUsedAt,

        @Schema(description = "When it was revoked. Absent: it was not.") @Nullable
        Instant revokedAt) {

    static KeyView of(AccessKey key) {
        return new KeyView(
                key.id(),
                key.name(),
                key.scopes(),
                key.beginning(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
