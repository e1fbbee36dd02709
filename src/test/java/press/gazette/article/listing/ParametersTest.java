package press.gazette.article.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** A new parameter takes part in the rules about all parameters. */
class ParametersTest {

    private static final Set<String> BESIDE_IDS = Set.of("ids", "fields", "include", "body");

    @Test
    void everyFilterCounts() throws ReflectiveOperationException {
        for (RecordComponent filter : FilterParameters.class.getRecordComponents()) {
            assertThat(with(FilterParameters.class, filter.getName()).isEmpty())
                    .as(filter.getName())
                    .isFalse();
        }
        assertThat(with(FilterParameters.class, "").isEmpty()).isTrue();
    }

    @Test
    void everyParameterOfAListingIsRejectedBesideIds() throws ReflectiveOperationException {
        for (RecordComponent parameter : ArticleParameters.class.getRecordComponents()) {
            assertThat(with(ArticleParameters.class, parameter.getName()).isPartOfAListing())
                    .as(parameter.getName())
                    .isEqualTo(!BESIDE_IDS.contains(parameter.getName()));
        }
    }

    /** The parameters with a value for one of them. */
    private static <T extends Record> T with(Class<T> type, String name) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? "x" : null)
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }
}
