package press.gazette.security;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The sender of a request, as an editor's tool shows it. */
@Schema(description = "The sender of this request.")
public record CallerView(
        @Schema(
                description = "The caller as records name it: key:<id>, oidc:<subject> or bootstrap.",
                example = "key:01a20588-7c40-7d5e-9a53-5b1d3f0c2a11")
        String caller,

        @Schema(
                description =
                        "The name that the key was issued with. For tokens and the bootstrap key the same as caller.",
                example = "Night desk")
        String name,

        @Schema(
                description =
                        "All scopes of the caller. admin implies all others, which are listed too. More scopes may "
                                + "be added.",
                examples = "[\"desk:read\",\"desk:write\"]")
        SortedSet<Scope> scopes,

        @Schema(
                description = "The end of the key or token: it is not accepted from then on. Absent: it has none.",
                example = "2036-12-31T00:00:00Z")
        @Nullable
        Instant expiresAt) {

    static CallerView of(Caller caller) {
        SortedSet<Scope> scopes = caller.scopes().stream()
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new CallerView(caller.name(), caller.label(), scopes, caller.end());
    }
}
