package press.gazette.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Compares two public records of one type. */
public final class RecordDiff {

    /**
     * A member with different values.
     *
     * @param from null if it was absent
     * @param to null if it is absent
     */
    public record Difference(
            String name, @Nullable Object from, @Nullable Object to) {}

    private RecordDiff() {}

    /**
     * Compares members by {@code equals}, in the order of the record.
     *
     * @param ignored names of members to ignore
     */
    public static <T extends Record> List<Difference> of(T from, T to, Set<String> ignored) {
        return Arrays.stream(from.getClass().getRecordComponents())
                .filter(member -> !ignored.contains(member.getName()))
                .map(member -> new Difference(member.getName(), value(member, from), value(member, to)))
                .filter(member -> !Objects.equals(member.from(), member.to()))
                .toList();
    }

    private static @Nullable Object value(RecordComponent member, Record of) {
        try {
            return member.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Only public records can be compared", e);
        }
    }
}
