package press.gazette.importer.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each requirement of imports has a test that is named after it. */
class RequirementsTest {

    private static final int REQUIREMENTS = 22;

    private static final Pattern NUMBER = Pattern.compile("requirement(\\d+)[A-Z].*");

    @Test
    void eachRequirementHasATest() {
        Set<Integer> tested = new ClassFileImporter()
                .importPackages("press.gazette.importer").stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method ->
                                Stream.of(Test.class, ParameterizedTest.class).anyMatch(method::isAnnotatedWith))
                        .map(JavaMethod::getName)
                        .map(NUMBER::matcher)
                        .filter(Matcher::matches)
                        .map(found -> Integer.valueOf(found.group(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, REQUIREMENTS).boxed().toList());
    }
}
