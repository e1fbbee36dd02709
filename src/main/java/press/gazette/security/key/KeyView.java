package press.gazette.security.key;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.security.Scope;

/** A key as the desk shows it: everything but its secret. */
@Schema(description = "A key without its secret.")
public record KeyView(
        @Schema(description = "Never changes. Records name the caller key:<id>.")
        UUID id,

        @Schema(description = "Name of the person or program that uses the key.", example = "Web site, preview")
        String name,

        @Schema(
                description = "Scopes of the key; admin implies all others. More scopes may be added.",
                examples = "[\"desk:read\"]")
        SortedSet<Scope> scopes,

        @Schema(description = "First characters of the key, to tell it from others.", example = "gz_7dPq2XbK")
        String beginning,

        @Schema(description = "When the key was issued.") Instant createdAt,

        @Schema(
                description = "The caller who issued the key: key:<id>, bootstrap, or oidc:<subject>; dev if it "
                        + "was made in dev mode.",
                example = "bootstrap")
        String createdBy,

        @Schema(description = "Expiry of the key. Absent if it is valid until revoked.") @Nullable
        Instant expiresAt,

        @Schema(description = "Last use, to the minute. Absent if the key was never used.") @Nullable
        Instant lastUsedAt,

        @Schema(description = "When the key was revoked. Absent if it was not.") @Nullable
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
