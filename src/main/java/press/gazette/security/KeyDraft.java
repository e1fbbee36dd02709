package press.gazette.security;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.time.Timestamp;

/** A key that somebody asks for. */
@Schema(description = "A key to be issued.")
record KeyDraft(
        @Schema(
                description = "Who or what will use it, for people: 1 to 200 characters.",
                minLength = 1,
                maxLength = KeyDraft.LONGEST_NAME,
                example = "Web site, preview")
        String name,

        @Schema(
                description = "What it may do; at least one.",
                minItems = 1,
                examples = "[\"desk:read\",\"desk:write\"]")
        Set<Scope> scopes,

        @Schema(
                description = "When it ends, in the future, at the latest in 9998. Absent: when it is revoked.",
                examples = "2036-12-31T00:00:00Z")
        @Nullable
        Instant expiresAt) {

    static final int LONGEST_NAME = 200;

    /** As it stands in the content. */
    private record Sent(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String expiresAt) {}

    /** Reads the content of a request; refuses by pointing at what is wrong. */
    static KeyDraft read(byte[] content, Instant now) {
        Sent sent = Json.draft(content, Sent.class);
        return new KeyDraft(name(sent.name), scopes(sent.scopes), expiresAt(sent.expiresAt, now));
    }

    private static String name(@Nullable String name) {
        if (name == null) {
            throw Problem.invalidContent("/name", "A key has a name, of 1 to " + LONGEST_NAME + " characters.");
        }
        Faults faults = new Faults();
        String stripped = faults.name("/name", name, LONGEST_NAME);
        faults.refuse();
        return stripped;
    }

    private static Set<Scope> scopes(@Nullable List<String> words) {
        if (words == null || words.isEmpty()) {
            throw Problem.invalidContent("/scopes", "A key has at least one scope: " + known());
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Scope scope = Scope.of(word).orElse(null);
            if (scope == null || !scopes.add(scope)) {
                throw Problem.invalidContent("/scopes/" + i, "A scope is one of these, each once: " + known());
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
            throw Problem.invalidContent("/expiresAt", "The end is a time to come.");
        }
        return end;
    }

    private static String known() {
        return String.join(", ", Scope.words()) + ".";
    }
}
