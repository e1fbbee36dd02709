package press.gazette.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes merge patches (RFC 7396) by the drafts that they change. A patch has the members of its draft and need not name
 * any of them; a member that the draft may lack can be null, which removes it; an object in a draft, and
 * a map, is patched member by member.
 */
final class ContractPatches {

    /** The name of {@code MergePatch<T>} before that of T. */
    private static final String PATCH = "MergePatch";

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    private ContractPatches(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void describe(Map<String, Schema> schemas) {
        ContractPatches patches = new ContractPatches(schemas);
        Set.copyOf(schemas.keySet()).stream()
                .filter(name -> name.startsWith(PATCH))
                .map(name -> name.substring(PATCH.length()))
                .filter(schemas::containsKey)
                .forEach(patches::patch);
    }

    /** Describes the patch of a draft. */
    private void patch(String name) {
        Schema draft = Objects.requireNonNull(schemas.get(name), name);
        Schema patch = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "A merge patch (RFC 7396): members are replaced, null removes, objects are merged, arrays are replaced whole.");
        schemas.put(PATCH + name, patch);
        Map<String, Schema> properties = new LinkedHashMap<>();
        draft.getProperties()
                .forEach((member, schema) -> properties.put(
                        member, member(schema, !draft.getRequired().contains(member))));
        patch.setProperties(properties);
    }

    private Schema member(Schema drafted, boolean removable) {
        Optional<Schema> reference = Optional.ofNullable(drafted.getRef()).map(this::patched);
        if (!removable) {
            return reference.map(ref -> copy(drafted).ref(ref.getRef())).orElse(drafted);
        }
        if (reference.isEmpty()) {
            List<Schema.SchemaType> types = new ArrayList<>(drafted.getType());
            types.add(Schema.SchemaType.NULL);
            return withRemovableValues(copy(drafted).type(types));
        }
        Schema nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
        return OASFactory.createSchema()
                .description(drafted.getDescription())
                .examples(drafted.getExamples())
                .anyOf(List.of(reference.get(), nothing));
    }

    /** The values of a map are patched like members that may be absent. */
    private Schema withRemovableValues(Schema map) {
        Schema values = map.getAdditionalPropertiesSchema();
        return values == null ? map : map.additionalPropertiesSchema(member(values, true));
    }

    /** A reference to the patch of an object, or to the same scalar. */
    private Schema patched(String ref) {
        String name = ref.substring(SCHEMAS.length());
        if (Objects.requireNonNull(schemas.get(name), name).getProperties() == null) {
            return OASFactory.createSchema().ref(ref);
        }
        if (!schemas.containsKey(PATCH + name)) {
            patch(name);
        }
        return OASFactory.createSchema().ref(SCHEMAS + PATCH + name);
    }

    static Schema copy(Schema schema) {
        Schema copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        return copy;
    }
}
