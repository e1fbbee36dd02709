package press.gazette;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.Test;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.admission.stage.Stage;
import press.gazette.article.PublicArticles;
import press.gazette.article.Visibility;
import press.gazette.curation.desk.ArticleLabel;

/** Libraries and methods that only some rooms may use. */
class DependencyRulesTest {

    /** The rooms that may use HTTP, besides resources and their parameters. */
    private static final String[] HTTP = Stream.of(
                    "response",
                    "admission",
                    "cache",
                    "connection",
                    "delivery",
                    "security",
                    "desk",
                    "contract",
                    "sending",
                    "warmup")
            .map(room -> Rooms.ROOT + "." + room + "..")
            .toArray(String[]::new);

    /** The packages that process writes of editors. */
    private static final Set<String> DESK_ROOMS = Set.of(
            "desk",
            "desk.audit",
            "desk.idempotency",
            "media.desk",
            "tag.desk",
            "article.batch",
            "article.desk",
            "article.draft",
            "article.preview",
            "article.publication",
            "article.tagging",
            "curation.desk",
            "curation.explain",
            "curation.page",
            "curation.revision",
            "site.desk",
            "site.revision",
            "webhook.desk");

    @Test
    void onlyResourcesAndTheGroundUseHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Parameters")
                .and()
                .resideOutsideOfPackages(HTTP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "org.jboss.resteasy..")
                .check(Rooms.CLASSES);
    }

    /** Internals change without notice: an update of Quarkus affects one room only. */
    @Test
    void onlyConnectionUsesNettyAndInternalsOfVertx() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + ".connection")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.netty..",
                        "io.vertx.core.impl..",
                        "io.vertx.core.http.impl..",
                        "io.vertx.core.net.impl..",
                        "io.vertx.core.buffer.impl..")
                .check(Rooms.CLASSES);
    }

    /** One enum shows the order of all filters. The failure handler of {@code FirstFilter} is no stage of a request. */
    @Test
    void filtersAreRegisteredAtAStage() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Stage.class)
                .should()
                .callMethod(Filters.class, "register", Handler.class, int.class)
                .check(Rooms.CLASSES);
        noClasses()
                .that()
                .doNotBelongToAnyOf(Stage.class)
                .and()
                .doNotHaveFullyQualifiedName(Rooms.ROOT + ".admission.FirstFilter")
                .should()
                .callMethod(Router.class, "route")
                .check(Rooms.CLASSES);
    }

    /** A pattern of paths could be bypassed by a spelling of the path; an annotated method cannot. */
    @Test
    void everyMethodOfTheDeskNamesItsScope() {
        methods()
                .that()
                .areDeclaredInClassesThat(areOfTheDesk())
                .and()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .check(Rooms.CLASSES);
    }

    /** Caching, deadlines and the bounds on readers follow from the kind; it must not differ from the scopes. */
    @Test
    void everyResourceHasAKind() {
        for (JavaClass type : Rooms.CLASSES) {
            jakarta.ws.rs.Path path =
                    type.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).orElse(null);
            if (path == null) {
                continue;
            }
            boolean desk = path.value().startsWith("/v1/desk");
            assertThat(type.isAnnotatedWith(Serves.class))
                    .as("the kind of " + type)
                    .isTrue();
            assertThat(type.getAnnotationOfType(Serves.class).value() == Kind.DESK)
                    .as(type + " is of the desk")
                    .isEqualTo(desk);
            for (JavaMethod method : type.getMethods()) {
                assertThat(method.isAnnotatedWith(RolesAllowed.class))
                        .as(method + " needs a scope")
                        .isEqualTo(desk && method.isMetaAnnotatedWith(HttpMethod.class));
                boolean ofDesk = method.isAnnotatedWith(Serves.class)
                        ? method.getAnnotationOfType(Serves.class).value() == Kind.DESK
                        : desk;
                assertThat(ofDesk)
                        .as(method + " is of the desk, unlike its class, or the reverse")
                        .isEqualTo(desk);
            }
        }
    }

    private static DescribedPredicate<JavaClass> areOfTheDesk() {
        return DescribedPredicate.describe(
                "are of the desk",
                type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class)
                        && type.getAnnotationOfType(jakarta.ws.rs.Path.class)
                                .value()
                                .startsWith("/v1/desk"));
    }

    /** A write must be readable from its resource on; functions that return functions hide it. */
    @Test
    void roomsOfTheDeskHaveFewFunctionParameters() {
        List<String> taking = Rooms.CLASSES.stream()
                .filter(type -> DESK_ROOMS.contains(Rooms.inside(type)))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> !unit.getName().startsWith("lambda$")
                        && !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                .flatMap(unit -> unit.getRawParameterTypes().stream()
                        .filter(DependencyRulesTest::isFunction)
                        .map(parameter -> unit.getFullName()))
                .sorted()
                .toList();
        assertThat(taking).hasSizeLessThanOrEqualTo(25);
    }

    private static boolean isFunction(JavaClass type) {
        return type.getPackageName().equals("java.util.function")
                || type.isEquivalentTo(Runnable.class)
                || type.isEquivalentTo(Callable.class)
                || type.isAnnotatedWith(FunctionalInterface.class);
    }

    @Test
    void onlyOneRoomUsesTheJsonLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .check(Rooms.CLASSES);
    }

    /** A start without a bucket loads none of these classes, which takes a while. */
    @Test
    void onlyTheStorageUsesAmazonsClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + ".media.storage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..")
                .check(Rooms.CLASSES);
    }

    /** ArticleLabel is for the desk, whose lists tell if an article is visible. All other uses are queries for readers. */
    @Test
    void queriesForReadersBeginInOnePlace() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(PublicArticles.class, ArticleLabel.class)
                .should()
                .callMethod(Visibility.class, "at", Instant.class)
                .check(Rooms.CLASSES);
    }

    /** Panache rewrites calls of its static methods. It leaves references to them alone, and these throw. */
    @Test
    void findersAreCalledAndNotReferenced() {
        assertThat(Rooms.CLASSES.stream()
                        .flatMap(type -> type.getMethodReferencesFromSelf().stream())
                        .filter(reference -> reference.getTarget().resolveMember().stream()
                                .anyMatch(method -> method.getOwner().isEquivalentTo(PanacheEntityBase.class)
                                        && method.getModifiers().contains(JavaModifier.STATIC))))
                .isEmpty();
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
                .resideOutsideOfPackage(Rooms.ROOT + ".time")
                .check(Rooms.CLASSES);
    }
}
