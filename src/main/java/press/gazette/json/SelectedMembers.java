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

/** Leaves out of an answer what a {@link Selection} does not name, wherever in the answer it stands. */
final class SelectedMembers extends SimpleBeanPropertyFilter {

    private static final String NAME = "selected";

    /** Puts every object under the filter. */
    @JsonFilter(NAME)
    interface Everywhere {}

    private final Selection selection;

    private SelectedMembers(Selection selection) {
        this.selection = selection;
    }

    static SimpleFilterProvider of(Selection selection) {
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

    /** An unwrapped member has no name in the answer; its own members are asked one by one. */
    private static boolean isPartOfItsOwner(PropertyWriter member) {
        return member instanceof BeanPropertyWriter writer && writer.isUnwrapping();
    }

    /** The selection for the object that is being written; the elements of an array are selected alike. */
    private Selection at(JsonStreamContext written) {
        Deque<String> path = new ArrayDeque<>();
        for (JsonStreamContext outer = written.getParent(); outer != null; outer = outer.getParent()) {
            if (outer.inObject()) {
                path.push(outer.getCurrentName());
            }
        }
        Selection here = selection;
        for (String name : path) {
            here = here.of(name);
        }
        return here;
    }
}
