package press.gazette;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

import press.gazette.json.Json;

/** Compares the enums of the contract with the words that the server writes for them. */
@QuarkusTest
class ContractWordsTest {

    private static final List<String> KEYWORDS = List.of("x-extensible-enum", "enum");

    @Test
    void enumsOfTheContractHaveTheWordsOfTheirJson() throws IOException {
        JsonNode schemas = new YAMLMapper()
                .readTree(given().accept("application/yaml").get("/q/openapi").asString())
                .at("/components/schemas");
        assertThat(schemas.propertyStream()
                        .filter(schema -> !words(schema.getValue()).isEmpty()))
                .hasSizeGreaterThan(10)
                .allSatisfy(schema -> assertThat(words(schema.getValue()))
                        .as(schema.getKey())
                        .isEqualTo(jsonWords(enumOf(schema.getKey()))));
    }

    private static List<String> words(JsonNode schema) {
        return KEYWORDS.stream()
                .flatMap(keyword -> schema.path(keyword).valueStream())
                .map(JsonNode::asText)
                .toList();
    }

    private static Class<?> enumOf(String schema) {
        List<Class<?>> enums = Rooms.CLASSES.stream()
                .filter(JavaClass::isEnum)
                .<Class<?>>map(JavaClass::reflect)
                .filter(each -> schemaName(each).equals(schema))
                .toList();
        assertThat(enums).as("the enums that may be " + schema).hasSize(1);
        return enums.get(0);
    }

    private static String schemaName(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Schema.class))
                .map(Schema::name)
                .filter(name -> !name.isEmpty())
                .orElse(type.getSimpleName());
    }

    private static List<String> jsonWords(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> new String(Json.bytes(constant), StandardCharsets.UTF_8))
                .map(json -> json.substring(1, json.length() - 1))
                .toList();
    }
}
