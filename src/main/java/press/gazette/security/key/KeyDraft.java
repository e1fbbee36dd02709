package press.gazette.security.key;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;
import press.gazette.time.Timestamp;

/** A request for a new key. */
@Schema(description = "A key to be issued.")
record KeyDraft(
        @Schema(
                description = "Name of the person or program that will use the key: 1 to 200 characters.",
                minLength = 1,
                maxLength = KeyDraft.LONGEST_NAME,
                example = "Web site, preview")
        String name,

        @Schema(
                description = "Scopes of the key; at least one.",
                minItems = 1,
                examples = "[\"desk:read\",\"desk:write\"]")
        Set<Scope> scopes,

        @Schema(
                description = "Expiry of the key: in the future, at the latest in 9998. Absent if it is valid "
                        + "until revoked.",
                examples = "2036-12-31T00:00:00Z")
        @Nullable
        Instant expiresAt) {

    static final int LONGEST_NAME = 200;

    /** The JSON members, before validation. */
    private record Content(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String expiresAt) {}

    /**
     * Reads a request's content.
     *
     * @throws Problem {@code invalid-content} that points at the fault
     */
    static KeyDraft read(byte[] content, Instant now) {
        Content members = Json.draft(content, Content.class);
        return new KeyDraft(name(members.name), scopes(members.scopes), expiresAt(members.expiresAt, now));
    }

    private static String name(@Nullable String name) {
        if (name == null) {
            throw Problem.invalidContent("/name", "A key must have a name of 1 to " + LONGEST_NAME + " characters.");
        }
        Faults faults = new Faults();
        String stripped = faults.name("/name", name, LONGEST_NAME);
        faults.refuse();
        return stripped;
    }

    private static Set<Scope> scopes(@Nullable List<String> words) {
        if (words == null || words.isEmpty()) {
            throw Problem.invalidContent("/scopes", "A key must have at least one scope: " + known());
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Scope scope = Scope.of(word).orElse(null);
            if (scope == null || !scopes.add(scope)) {
                throw Problem.invalidContent(
                        "/scopes/" + i, "A scope must be one of these, each given once: " + known());
            }
        }
        return scopes;
    }

    private static @Nullable Instant expiresAt(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        Instant end;
        try {
            end = Timestamp.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidContent("/expiresAt", String.valueOf(e.getMessage()));
        }
        if (!end.isAfter(now)) {
            throw Problem.invalidContent("/expiresAt", "The expiry must be in the future.");
        }
        return end;
    }

    private static String known() {
        return String.join(", ", Scope.words()) + ".";
    }
}
