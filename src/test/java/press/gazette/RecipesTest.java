package press.gazette;

import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.problem.ProblemType;

/** Steps of CONTRIBUTING.md's recipes that are easy to forget. */
class RecipesTest {

    /** Resources without the database, and those whose own tests count. */
    private static final Set<String> WITHOUT_STATEMENTS = Set.of(
            "/.well-known/api-catalog", "/problems", "/robots.txt", "/v1/changes/stream", "/v1/previews/{token}");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** The trigger behind the ledger's bell; H2 has a single node. */
    private static final String ONLY_POSTGRESQL = "13";

    private static final Pattern REMOVAL =
            Pattern.compile("\\b(drop\\s+(table|column)|rename)\\b", Pattern.CASE_INSENSITIVE);

    /** Settings whose default is explained by Quarkus's own, or is empty. */
    private static final Set<String> WITHOUT_PROPERTY = Set.of(
            "gazette.idempotency-kept",
            "gazette.idempotency-lease",
            "gazette.max-content-size",
            "gazette.max-headers-size",
            "gazette.max-url-length",
            "gazette.purge-cdn-header");

    /** Without the mark NullAway ignores the package. */
    @Test
    void everyPackageIsNullMarked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java")).filter(Files::isRegularFile)) {
            Set<Path> packages = new TreeSet<>();
            files.forEach(file -> packages.add(file.getParent()));
            assertThat(packages)
                    .allSatisfy(folder -> assertThat(Files.readString(folder.resolve("package-info.java")))
                            .contains("NullMarked"));
        }
    }

    @Test
    void everyRoomIsInTheDocumentation() throws IOException {
        String architecture = Files.readString(Path.of("docs/architecture.md"));
        assertThat(Rooms.ARROWS.keySet())
                .allSatisfy(room -> assertThat(architecture).containsPattern("(?m)[ `│├└─]" + room + "\\b"));
    }

    /** A version that only one database has would be skipped on the other one. */
    @Test
    void bothDatabasesHaveTheSameMigrations() throws IOException {
        List<String> postgresql = versions("postgresql");
        postgresql.remove(ONLY_POSTGRESQL);
        assertThat(versions("h2")).isEqualTo(postgresql);
    }

    /** The previous release runs beside the new one. V10_2 is older than the first release. */
    @Test
    void migrationsOnlyAdd() throws IOException {
        Set<String> removing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MIGRATIONS).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                String sql = Files.readString(file).replaceAll("(?m)--.*$", "");
                if (REMOVAL.matcher(sql).find()) {
                    removing.add(file.getFileName().toString().replaceAll("__.*", ""));
                }
            }
        }
        assertThat(removing).containsExactly("V10_2");
    }

    @Test
    void everySettingIsDocumented() throws IOException {
        String operations = Files.readString(Path.of("docs/operations.md"));
        assertThat(settings().keySet())
                .hasSizeGreaterThan(60)
                .allSatisfy(setting -> assertThat(operations).contains("`" + setting));
    }

    @Test
    void everyDefaultIsInTheProperties() throws IOException {
        Properties properties = new Properties();
        try (Reader file = new FileReader("src/main/resources/application.properties", UTF_8)) {
            properties.load(file);
        }
        Map<String, String> missing = new TreeMap<>(settings());
        missing.values().removeIf(String::isEmpty);
        missing.entrySet().removeIf(each -> each.getValue().equals(properties.getProperty(each.getKey())));
        assertThat(missing.keySet()).isEqualTo(new TreeSet<>(WITHOUT_PROPERTY));
    }

    @ParameterizedTest
    @EnumSource
    void everyFeedFormatIsDocumented(FeedFormat format) throws IOException {
        assertThat(Files.readString(Path.of("docs/feeds.md")))
                .contains("`" + format.mediaType + "`")
                .containsPattern("/feeds/articles\\.\\{[^}]*\\b" + format.extension + "\\b");
    }

    /** Only a defect causes internal-error, so no request can. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL_ERROR")
    void everyProblemIsTested(ProblemType type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java")).filter(Files::isRegularFile)) {
            assertThat(files.toList())
                    .anySatisfy(file -> assertThat(Files.readString(file)).contains(type.code()));
        }
    }

    @Test
    void everyPublicResourceCountsItsStatements() throws IOException {
        String counted = Files.readString(Path.of("src/test/java/press/gazette/delivery/StatementsTest.java"))
                .replaceAll("\" \\+ [\\w.]+ \\+ \"", "slug");
        List<String> paths = Pattern.compile("(?m)^  (/[^\\s:]*):$")
                .matcher(Files.readString(Path.of("openapi/openapi.yaml")))
                .results()
                .map(path -> path.group(1))
                .filter(path -> !path.startsWith("/v1/desk") && !WITHOUT_STATEMENTS.contains(path))
                .toList();
        assertThat(paths)
                .hasSizeGreaterThan(20)
                .allSatisfy(path -> assertThat(counted)
                        .containsPattern(
                                "[\"']" + Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E[^/?\\\\s\",]+\\\\Q")
                                        + "[?,\\s\"']"));
    }

    private static List<String> versions(String database) throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS.resolve(database))) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString().replaceFirst("^V(.*)__.*$", "$1"))
                            .sorted()
                            .toList());
        }
    }

    /** The names of all settings, with their defaults; empty if there is none. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (JavaClass type : Rooms.CLASSES) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                type.getMethods().stream()
                        .filter(method -> method.getRawParameterTypes().isEmpty())
                        .filter(method -> !method.getModifiers().contains(STATIC))
                        .forEach(method -> settings.put(name(method), defaultOf(method)));
            }
        }
        return settings;
    }

    private static String name(JavaMethod method) {
        return "gazette."
                + (method.isAnnotatedWith(WithName.class)
                        ? method.getAnnotationOfType(WithName.class).value()
                        : method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static String defaultOf(JavaMethod method) {
        return method.isAnnotatedWith(WithDefault.class)
                ? method.getAnnotationOfType(WithDefault.class).value()
                : "";
    }
}
