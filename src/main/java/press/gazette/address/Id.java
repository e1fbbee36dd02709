package press.gazette.address;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An id as a path writes it: a UUID in lower case. */
public record Id(UUID value) implements Ref {

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Reads an id; empty if the text is not a UUID. */
    public static Optional<Id> of(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(new Id(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String text() {
        return value.toString();
    }

    @Override
    public <T> T either(Function<UUID, T> byId, Function<String, T> bySlug) {
        return byId.apply(value);
    }
}
