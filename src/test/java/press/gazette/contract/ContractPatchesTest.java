package press.gazette.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

/** Holds the schemas of merge patches in the committed contract against the drafts that they change. */
class ContractPatchesTest {

    private static final String PATCH = "MergePatch";

    private final JsonNode schemas =
            new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile()).at("/components/schemas");

    ContractPatchesTest() throws IOException {}

    @Test
    void memberOfAPatchIsNullableWhereItsDraftMayLackIt() {
        patches().forEach((name, patch) -> {
            JsonNode draft = schemas.get(name.substring(PATCH.length()));
            List<String> required = strings(draft.path("required"));
            assertThat(patch.get("properties").fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> draft.get("properties").fieldNames());
            patch.get("properties")
                    .forEachEntry((member, schema) -> assertThat(takesNull(schema))
                            .as(name + "." + member)
                            .isEqualTo(!required.contains(member)));
            assertThat(patch.has("required")).as(name).isFalse();
        });
    }

    @Test
    void objectInADraftIsPatchedToo() {
        assertThat(patches())
                .containsKeys(
                        PATCH + "ArticleDraft",
                        PATCH + "EntryDraft",
                        PATCH + "ListSettings",
                        PATCH + "MediaDraft",
                        PATCH + "PageDraft",
                        PATCH + "TagDraft")
                .containsKeys(PATCH + "Seo", PATCH + "BodyDraft", PATCH + "Target", PATCH + "Overrides");
        assertThat(schemas.at("/MergePatchArticleDraft/properties/seo").findValuesAsText("$ref"))
                .containsExactly("#/components/schemas/MergePatchSeo");
        assertThat(schemas.at("/MergePatchEntryDraft/properties/target/$ref").asText())
                .isEqualTo("#/components/schemas/MergePatchTarget");
    }

    private Map<String, JsonNode> patches() {
        Map<String, JsonNode> patches = new TreeMap<>();
        schemas.forEachEntry((name, schema) -> {
            if (name.startsWith(PATCH)) {
                patches.put(name, schema);
            }
        });
        return patches;
    }

    private static boolean takesNull(JsonNode schema) {
        return strings(schema.path("type")).contains("null")
                || schema.path("anyOf").findValuesAsText("type").contains("null");
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
