package press.gazette;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

import press.gazette.body.Body;
import press.gazette.body.assembly.Loss;
import press.gazette.body.block.Block;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;

/** Places that may read, write or tell apart the parts of bodies. */
class BodyRulesTest {

    /** The column has the rest of articles that are not free. */
    @Test
    void bodiesForReadersAreReadInOnePlace() throws IOException {
        Pattern column = Pattern.compile("\\ba\\.(body|html|public_body)\\b");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java")).filter(Files::isRegularFile)) {
            Set<String> reading = new TreeSet<>();
            for (Path file : files.toList()) {
                if (column.matcher(Files.readString(file)).find()) {
                    reading.add(file.getFileName().toString());
                }
            }
            assertThat(reading).containsExactly("PublicArticles.java", "StoredBody.java");
        }
    }

    /** A format implements BlockWriter, which has all types; this class checks for a single type. */
    @Test
    void formatsDoNotCheckTypesOfBlocks() {
        Set<String> asking = new TreeSet<>();
        for (JavaClass type : Rooms.CLASSES) {
            type.getCodeUnits().stream()
                    .flatMap(unit -> unit.getInstanceofChecks().stream())
                    .filter(check -> check.getRawType().isAssignableTo(Block.class))
                    .forEach(check -> asking.add(type.getSimpleName()));
        }
        assertThat(asking).containsExactly("MarkdownWriter");
    }

    /** Other rooms read and write bodies through {@code Body}; feeds change the HTML of some blocks. */
    @Test
    void formatsOfBodiesAreUsedThroughBody() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + ".body..")
                .and()
                .doNotHaveFullyQualifiedName(Rooms.ROOT + ".feed.FeedBody")
                .should()
                .dependOnClassesThat(resideInAPackage(Rooms.ROOT + ".body.*..")
                        .and(not(resideInAPackage(Rooms.ROOT + ".body.block")))
                        .and(not(belongToAnyOf(Span.class, Mark.class, Loss.class))))
                .check(Rooms.CLASSES);
    }

    /**
     * A draft reads its body with a report of losses, and so does the only card of Ghost that is Markdown; a body read in any
     * other place would lose content in silence.
     */
    @Test
    void bodiesAreReadWithTheirLosses() {
        Set<String> reading = new TreeSet<>();
        for (JavaClass type : Rooms.CLASSES) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(Body.class)
                            && call.getName().matches("(read|from)(Html|Markdown)"))
                    .forEach(call -> reading.add(type.getSimpleName()));
        }
        assertThat(reading).containsExactly("Body", "BodyDraft", "GhostCards");
    }
}
