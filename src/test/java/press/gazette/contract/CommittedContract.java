package press.gazette.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

/** The committed contract, with look-ups for a request and its response. */
final class CommittedContract {

    private static final String LOCATION = "https://gazette.test/openapi.json";

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** An operation by its place in the document. */
    record Operation(String pointer, JsonNode node) {}

    /** A place in the document that describes content. */
    record Content(String pointer, String mediaType) {}

    private record Route(Pattern path, String template, JsonNode node) {}

    private final JsonNode document;
    private final List<Route> routes;
    private final SchemaRegistry schemas;

    private CommittedContract(JsonNode document) {
        this.document = document;
        this.routes = document.get("paths").properties().stream()
                .map(path -> route(path.getKey(), path.getValue()))
                .sorted(Comparator.<Route>comparingInt(route -> variables(route.template))
                        .thenComparing(route -> route.template.length(), Comparator.reverseOrder()))
                .toList();
        this.schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(LOCATION, document.toString())));
    }

    static CommittedContract committed() {
        try {
            JsonNode document =
                    new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
            document.at("/components/schemas").forEach(CommittedContract::close);
            return new CommittedContract(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the schemas: clients must expect new members, but the server may have only described ones. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** The operation of a request; empty if there is none. */
    Optional<Operation> operation(String method, String path) {
        String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return routes.stream()
                .filter(route -> route.path.matcher(path).matches())
                .findFirst()
                .filter(route -> route.node.has(verb))
                .map(route -> new Operation("/paths/" + escaped(route.template) + "/" + verb, route.node.get(verb)));
    }

    /** The description of a response with this status, behind all references. */
    Optional<String> response(Operation operation, int status) {
        String code = Integer.toString(status);
        JsonNode response = operation.node.get("responses").get(code);
        return Optional.ofNullable(response)
                .map(node -> node.has("$ref")
                        ? node.get("$ref").asText().substring(1)
                        : operation.pointer + "/responses/" + code);
    }

    /** The content of one media type at a place; empty if that type is not described. */
    Optional<Content> content(String pointer, String mediaType) {
        String place = pointer + "/content/" + escaped(mediaType);
        return document.at(place).isMissingNode() ? Optional.empty() : Optional.of(new Content(place, mediaType));
    }

    boolean hasContent(String pointer) {
        return document.at(pointer).has("content");
    }

    /** The faults of JSON as content of this place. */
    List<Error> faults(Content content, String json) {
        return schemas.getSchema(SchemaLocation.of(LOCATION + "#" + content.pointer + "/schema"))
                .validate(json, InputFormat.JSON);
    }

    private static Route route(String template, JsonNode node) {
        return new Route(Pattern.compile(VARIABLE.matcher(template).replaceAll("[^/]+")), template, node);
    }

    private static int variables(String template) {
        return (int) VARIABLE.matcher(template).results().count();
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
