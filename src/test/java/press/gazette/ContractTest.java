package press.gazette;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** The committed contract equals the running one, and no release breaks it without a new version. */
@QuarkusTest
class ContractTest {

    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");

    private static final String UPDATE = "./mvnw test -Dtest=ContractTest -Dcontract=update";

    @Test
    void committedContractEqualsTheRunningOne() throws IOException {
        String running = running();
        if ("update".equals(System.getProperty("contract"))) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, running);
        }
        assertThat(Files.readString(COMMITTED))
                .as("openapi/openapi.yaml differs from the running contract; check the difference, then run: " + UPDATE)
                .isEqualTo(running);
    }

    /**
     * Compares with the last commit, or with the revision in GAZETTE_CONTRACT_BASE; a new version may break the
     * contract.
     */
    @Test
    void contractIsBackwardCompatible() throws Exception {
        String base =
                Optional.ofNullable(System.getenv("GAZETTE_CONTRACT_BASE")).orElse("HEAD");
        Optional<String> before = committedAt(base);
        assumeTrue(before.isPresent(), "no contract at " + base);
        ChangedOpenApi changes = OpenApiCompare.fromContents(before.get(), running());
        boolean sameVersion = version(before.get()).equals(version(running()));
        if (changes.isIncompatible() && sameVersion) {
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            new MarkdownRender().render(changes, new OutputStreamWriter(report, StandardCharsets.UTF_8));
            assertThat(report.toString(StandardCharsets.UTF_8))
                    .as("breaking changes since " + base + "; keep what clients rely on, or raise info-version")
                    .isEmpty();
        }
    }

    private static String running() {
        return given().accept("application/yaml").get("/q/openapi").asString();
    }

    private static String version(String contract) {
        return contract.lines()
                .filter(line -> line.startsWith("  version:"))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> committedAt(String revision) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "show", revision + ":openapi/openapi.yaml").start();
        String contract = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? Optional.of(contract) : Optional.empty();
    }
}
