package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import net.jqwik.api.Example;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

import press.gazette.body.block.Block;
import press.gazette.body.block.BlockWriter;

/** Checks the steps for a new type of block that the compiler cannot check. */
class BlockTypesTest {

    private static final Set<Class<?>> TYPES = Set.of(Block.class.getPermittedSubclasses());

    private static final int ENOUGH = 1_000;

    @Test
    void everyTypeHasAJsonName() {
        JsonSubTypes words = Block.class.getAnnotation(JsonSubTypes.class);
        assertThat(Stream.of(words.value()).map(JsonSubTypes.Type::value)).containsExactlyInAnyOrderElementsOf(TYPES);
        assertThat(Stream.of(words.value()).map(JsonSubTypes.Type::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyTypeIsInTheContract() {
        assertThat(Block.class.getAnnotation(Schema.class).oneOf()).containsExactlyInAnyOrderElementsOf(TYPES);
    }

    /** A default method would silently handle types that a format does not know. */
    @Test
    void everyFormatMustHandleEveryType() {
        Method[] methods = BlockWriter.class.getMethods();
        assertThat(methods).noneMatch(Method::isDefault);
        assertThat(Stream.of(methods).map(method -> method.getParameterTypes()[0]))
                .containsExactlyInAnyOrderElementsOf(TYPES);
    }

    @Example
    void everyTypeIsInGeneratedBodies() {
        Set<Class<?>> generated = Bodies.bodies()
                .sampleStream()
                .limit(ENOUGH)
                .flatMap(body -> body.blocks().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertThat(generated).isEqualTo(TYPES);
    }
}
