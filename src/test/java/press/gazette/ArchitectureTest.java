package press.gazette;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import press.gazette.article.PublicArticles;
import press.gazette.article.Visibility;
import press.gazette.curation.desk.ArticleLabel;

/** The house and its arrows (docs/architecture.md), held as data. */
class ArchitectureTest {

    private static final String ROOT = "press.gazette";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Set<String> GROUND = Set.of(
            "address",
            "change",
            "database",
            "delivery",
            "desk",
            "json",
            "paging",
            "problem",
            "security",
            "sending",
            "time");

    /** Which rooms each room may know. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("time", Set.of()),
            Map.entry("problem", Set.of()),
            Map.entry("sending", Set.of()),
            Map.entry("json", Set.of("problem", "time")),
            Map.entry("address", Set.of("problem")),
            Map.entry("paging", Set.of("problem", "time")),
            Map.entry("change", Set.of("database", "paging", "problem", "time")),
            Map.entry("database", Set.of("time")),
            Map.entry("delivery", Set.of("paging", "problem", "time", "change", "database", "json")),
            Map.entry(
                    "desk",
                    Set.of(
                            "paging",
                            "problem",
                            "time",
                            "change",
                            "database",
                            "json",
                            "address",
                            "delivery",
                            "security")),
            Map.entry(
                    "security",
                    Set.of(
                            "address",
                            "change",
                            "database",
                            "delivery",
                            "json",
                            "paging",
                            "problem",
                            "sending",
                            "time")),
            Map.entry("tag", withGround("media")),
            Map.entry("media", GROUND),
            Map.entry("article", withGround("tag", "media")),
            Map.entry("curation", withGround("article", "tag", "media")),
            Map.entry("feed", withGround("curation", "article", "tag", "media")),
            Map.entry("importer", withGround("curation", "article", "tag", "media")),
            Map.entry("purge", GROUND),
            Map.entry("metrics", GROUND),
            Map.entry("door", withGround("article", "tag", "media")));

    private static Set<String> withGround(String... rooms) {
        Set<String> all = new TreeSet<>(GROUND);
        all.addAll(List.of(rooms));
        return all;
    }

    @Test
    void arrowsPointDown() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        for (JavaClass origin : MAIN) {
            String room = room(origin);
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                String other = room(target);
                boolean ours = target.getPackageName().startsWith(ROOT);
                if (ours
                        && !room.isEmpty()
                        && !room.equals(other)
                        && !ARROWS.getOrDefault(room, Set.of()).contains(other)) {
                    wrong.computeIfAbsent(room + " -> " + other, arrow -> new TreeSet<>())
                            .add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).as("arrows that the house does not have").isEmpty();
    }

    @Test
    void everyRoomIsInTheTable() {
        Set<String> rooms = new TreeSet<>();
        MAIN.forEach(each -> rooms.add(room(each)));
        rooms.remove("");
        assertThat(rooms).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void onlyResourcesAndTheirGroundKnowHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Parameters")
                .and()
                .resideOutsideOfPackages(ROOT + ".delivery..", ROOT + ".desk..", ROOT + ".security..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "org.jboss.resteasy..")
                .check(MAIN);
    }

    /** A path could be written in a way that a pattern misses; a method cannot. */
    @Test
    void everyMethodOfTheDeskSaysWhoMayCallIt() {
        methods()
                .that()
                .areDeclaredInClassesThat(areOfTheDesk())
                .and()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .check(MAIN);
    }

    private static DescribedPredicate<JavaClass> areOfTheDesk() {
        return DescribedPredicate.describe(
                "are of the desk",
                type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class)
                        && type.getAnnotationOfType(jakarta.ws.rs.Path.class)
                                .value()
                                .startsWith("/v1/desk"));
    }

    @Test
    void onlyOneClassKnowsTheJsonLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .check(MAIN);
    }

    /** The desk's lists say of an article whether readers see it; all else that asks for visible articles is a query for readers. */
    @Test
    void queriesForReadersBeginInOnePlace() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(PublicArticles.class, ArticleLabel.class)
                .should()
                .callMethod(Visibility.class, "at", Instant.class)
                .check(MAIN);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .andShould()
                .resideOutsideOfPackage(ROOT + ".time")
                .check(MAIN);
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
                .check(MAIN);
    }

    /** Beyond this a file wants to be split by idea. */
    @Test
    void filesStaySmall() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                assertThat(Files.readAllLines(source)).as("lines of " + source).hasSizeLessThanOrEqualTo(340);
            }
        }
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String inside = name.substring(ROOT.length() + 1);
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }
}
