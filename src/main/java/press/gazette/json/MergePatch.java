package press.gazette.json;

import java.lang.reflect.Type;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/**
 * A JSON Merge Patch (RFC 7396) for a draft: given members replace those of the draft, null removes, objects are
 * merged, arrays are replaced whole.
 *
 * @param <T> the record that it changes
 */
public final class MergePatch<T extends Record> {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /** Hidden from the contract, which describes the members instead. */
    @JsonIgnore
    private final ObjectNode patch;

    static final String EXPECTED = "A patch must be an object.";

    MergePatch(ObjectNode patch) {
        this.patch = patch;
    }

    /**
     * Reads a patch. Its members are checked when it is applied.
     *
     * @throws Problem {@code malformed-json}, or {@code invalid-content} if it is not an object
     */
    public static <T extends Record> MergePatch<T> read(byte[] content) {
        if (StrictTree.read(content) instanceof ObjectNode object) {
            return new MergePatch<>(object);
        }
        Faults faults = new Faults();
        faults.add("", EXPECTED);
        faults.refuse();
        throw new IllegalStateException("Refused above");
    }

    /**
     * Returns the patched draft.
     *
     * @param current the draft as a client would have written it
     * @throws Problem {@code invalid-content} with pointers into the patched draft
     */
    public T applyTo(T current) {
        @SuppressWarnings("unchecked") // a record's class has no subclasses
        Class<T> type = (Class<T>) current.getClass();
        return Binder.bind(merged(Json.tree(current), patch, type), type);
    }

    /** True if the patch has the member, even with null. */
    public boolean names(String member) {
        return patch.has(member);
    }

    /** The same patch, which removes the member too. */
    public MergePatch<T> removing(String member) {
        ObjectNode more = patch.deepCopy();
        more.putNull(member);
        return new MergePatch<>(more);
    }

    /** True if the patch sets the member to this word. */
    public boolean sets(String member, String word) {
        return patch.path(member).asText().equals(word);
    }

    /**
     * Leaves a null where RFC 7396 removes a member: {@link Binder} treats it as absent, and reports it if the member
     * is required.
     */
    private static JsonNode merged(@Nullable JsonNode current, ObjectNode patch, @Nullable Type type) {
        boolean replaced =
                type instanceof Class<?> target && target.isAnnotationPresent(ExclusiveMembers.class) && gives(patch);
        ObjectNode result = current instanceof ObjectNode object && !replaced ? object.deepCopy() : patch.objectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            String name = member.getKey();
            result.set(
                    name,
                    member.getValue() instanceof ObjectNode object
                            ? merged(result.get(name), object, component(type, name))
                            : member.getValue());
        }
        return result;
    }

    private static boolean gives(ObjectNode patch) {
        return patch.valueStream().anyMatch(value -> !value.isNull());
    }

    private static @Nullable Type component(@Nullable Type type, String name) {
        if (type instanceof Class<?> target && target.isRecord()) {
            Shape.Member member = Shape.of(target).members().get(name);
            return member == null ? null : member.type();
        }
        return null;
    }
}
