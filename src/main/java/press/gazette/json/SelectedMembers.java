package press.gazette.json;

import java.util.ArrayDeque;
import java.util.Deque;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;

/** Omits the members of a response that a {@link FieldSelection} does not name, at every depth. */
final class SelectedMembers extends SimpleBeanPropertyFilter {

    private static final String NAME = "selected";

    /** Applies the filter to every object. */
    @JsonFilter(NAME)
    interface Everywhere {}

    private final FieldSelection selection;

    private SelectedMembers(FieldSelection selection) {
        this.selection = selection;
    }

    static SimpleFilterProvider of(FieldSelection selection) {
        return new SimpleFilterProvider().addFilter(NAME, new SelectedMembers(selection));
    }

    @Override
    public void serializeAsField(
            Object object, JsonGenerator generator, SerializerProvider provider, PropertyWriter member)
            throws Exception {
        if (isPartOfItsOwner(member) || at(generator.getOutputContext()).has(member.getName())) {
            member.serializeAsField(object, generator, provider);
        }
    }

    /** An unwrapped member has no name in JSON; its own members are checked one by one. */
    private static boolean isPartOfItsOwner(PropertyWriter member) {
        return member instanceof BeanPropertyWriter writer && writer.isUnwrapping();
    }

    /** The selection for the object that is being written. All elements of an array have the same one. */
    private FieldSelection at(JsonStreamContext written) {
        Deque<String> path = new ArrayDeque<>();
        for (JsonStreamContext outer = written.getParent(); outer != null; outer = outer.getParent()) {
            if (outer.inObject()) {
                path.push(outer.getCurrentName());
            }
        }
        FieldSelection here = selection;
        for (String name : path) {
            here = here.of(name);
        }
        return here;
    }
}
