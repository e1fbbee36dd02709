package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node with a JSON log. */
class JsonLogIT {

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    @Test
    void everyLineIsAJsonObject() throws IOException {
        try (EmbeddedFile database = new EmbeddedFile()) {
            Node node = NODES.start(1, database, "-Dgazette.log-format=json").get(0);
            JsonNode line = new ObjectMapper().readTree(node.line("Listening on"));
            assertThat(line.path("level").asText()).isEqualTo("INFO");
            assertThat(line.path("message").asText()).contains("started in");
            assertThat(line.has("timestamp")).isTrue();
            assertThat(node.lines("")).allMatch(each -> each.startsWith("{"));
            node.kill();
        }
    }
}
