package press.gazette;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** Rooms and packages import only those below them, stay small, and have good names. */
class ArchitectureTest {

    @Test
    void roomsImportOnlyRoomsBelow() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        eachArrow((origin, target, description) -> {
            String room = Rooms.room(origin);
            String other = Rooms.room(target);
            if (!room.isEmpty()
                    && !room.equals(other)
                    && !Rooms.ARROWS.getOrDefault(room, Set.of()).contains(other)) {
                wrong.computeIfAbsent(room + " -> " + other, arrow -> new TreeSet<>())
                        .add(description);
            }
        });
        assertThat(wrong).as("imports between rooms that are not permitted").isEmpty();
    }

    @Test
    void packagesImportOnlyPackagesBelow() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        eachArrow((origin, target, description) -> {
            String here = Rooms.inside(origin);
            String there = Rooms.inside(target);
            boolean sameRoom = Rooms.room(origin).equals(Rooms.room(target));
            if (sameRoom
                    && !here.equals(there)
                    && !Rooms.ARROWS_INSIDE.getOrDefault(here, Set.of()).contains(there)) {
                wrong.computeIfAbsent(here + " -> " + there, arrow -> new TreeSet<>())
                        .add(description);
            }
        });
        assertThat(wrong).as("imports inside rooms that are not permitted").isEmpty();
    }

    private interface Arrow {
        void from(JavaClass origin, JavaClass target, String description);
    }

    private static void eachArrow(Arrow arrow) {
        for (JavaClass origin : Rooms.CLASSES) {
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(Rooms.ROOT)) {
                    arrow.from(origin, target, dependency.getDescription());
                }
            }
        }
    }

    @Test
    void everyRoomIsInTheTable() {
        Set<String> rooms = new TreeSet<>();
        Rooms.CLASSES.forEach(each -> rooms.add(Rooms.room(each)));
        rooms.remove("");
        assertThat(rooms).isEqualTo(new TreeSet<>(Rooms.ARROWS.keySet()));
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching(Rooms.ROOT + ".(*)..").should().beFreeOfCycles().check(Rooms.CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(Rooms.ROOT + ".(**)").should().beFreeOfCycles().check(Rooms.CLASSES);
    }

    /** Another engine needs other classes in one place only. */
    @Test
    void luceneIsKnownToTheIndexAndTheAnalysisOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(Rooms.ROOT + ".search.index..", Rooms.ROOT + ".search.analysis")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(Rooms.CLASSES);
    }

    /** A larger package should be split by idea. */
    @Test
    void packagesStaySmall() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java")).filter(Files::isDirectory)) {
            for (Path folder : folders.toList()) {
                try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
                    assertThat(files).as("files of " + folder).hasSizeLessThanOrEqualTo(18);
                }
            }
        }
    }

    /** A longer file should be split by idea. */
    @Test
    void filesStaySmall() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                assertThat(Files.readAllLines(source)).as("lines of " + source).hasSizeLessThanOrEqualTo(300);
            }
        }
    }

    @Test
    void classesAreNamedAfterTheirJob() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveNameNotMatching(".*(Service|Manager|Helper|Utils?|Dto|DTO|Info)")
                .andShould()
                .haveNameNotMatching(".*\\.(Base|Abstract)[A-Z][^.]*")
                .check(Rooms.CLASSES);
    }
}
