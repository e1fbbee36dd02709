package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import press.gazette.body.block.Block;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;

/** Tests the JSON that is stored and sent, member by member. */
class JsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void jsonIsReadBackAsTheSameBody(@ForAll("bodies") Body body) throws JsonProcessingException {
        String json = JSON.writeValueAsString(body);
        Body read = JSON.readValue(json, Body.class);
        assertThat(read).isEqualTo(body);
        assertThat(JSON.writeValueAsString(read)).isEqualTo(json);
        assertThat(json).doesNotContain(":null");
    }

    @Test
    void plainSpansHaveOnlyTheirText() throws JsonProcessingException {
        assertThat(json(new ParagraphBlock(List.of(Span.of("Hello "), Span.of("world", Mark.STRONG)))))
                .isEqualTo("""
                        {"type":"paragraph","text":[{"text":"Hello "},{"text":"world","marks":["strong"]}]}""");
    }

    @Test
    void marksAndLinksStandBesideTheText() throws JsonProcessingException {
        Span span = Span.link("the vote", "https://example.org/vote", Mark.EM, Mark.STRONG);
        assertThat(json(new HeadingBlock(2, List.of(span))))
                .isEqualTo("{\"type\":\"heading\",\"level\":2,\"text\":[{\"text\":\"the vote\","
                        + "\"marks\":[\"strong\",\"em\"],\"href\":\"https://example.org/vote\"}],\"id\":\"the-vote\"}");
    }

    @Test
    void linksToArticlesHaveTheirId() throws JsonProcessingException {
        UUID id = UUID.fromString("0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4");
        ParagraphBlock paragraph =
                new ParagraphBlock(List.of(Style.PLAIN.linkedTo(id, null, null).span("the vote")));
        assertThat(json(paragraph))
                .isEqualTo("{\"type\":\"paragraph\",\"text\":[{\"text\":\"the vote\","
                        + "\"article\":\"0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4\"}]}");
        Body shown = new Body(List.of(paragraph)).addressed(Map.of(id, "/vote"));
        assertThat(json(shown.blocks().get(0)))
                .contains("\"href\":\"/vote\",\"article\":\"0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4\"");
    }

    @Test
    void otherBlocksHaveTheirOwnMembers() throws JsonProcessingException {
        List<Span> text = List.of(Span.of("a"));
        assertThat(json(new QuoteBlock(text, "Ada")))
                .isEqualTo("{\"type\":\"quote\",\"text\":[{\"text\":\"a\"}],\"attribution\":\"Ada\"}");
        assertThat(json(new ListBlock(true, List.of(text))))
                .isEqualTo("{\"type\":\"list\",\"ordered\":true,\"items\":[[{\"text\":\"a\"}]]}");
        assertThat(json(new ImageBlock("/media/1.jpg", "A bridge", "The bridge", "Ada", 1200, 800)))
                .isEqualTo("{\"type\":\"image\",\"url\":\"/media/1.jpg\",\"alt\":\"A bridge\","
                        + "\"caption\":\"The bridge\",\"credit\":\"Ada\",\"width\":1200,\"height\":800}");
        assertThat(json(new ImageBlock("/media/1.jpg", "", null, null, null, null)))
                .isEqualTo("{\"type\":\"image\",\"url\":\"/media/1.jpg\",\"alt\":\"\"}");
        assertThat(json(new ImageBlock("/media/1.jpg", "", null, null, null, null)
                        .linkedTo(UUID.fromString("0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4"), null)))
                .isEqualTo("{\"type\":\"image\",\"url\":\"/media/1.jpg\",\"alt\":\"\","
                        + "\"article\":\"0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4\"}");
        assertThat(json(new EmbedBlock("youtube", "https://youtu.be/x", "A film")))
                .isEqualTo("{\"type\":\"embed\",\"provider\":\"youtube\",\"url\":\"https://youtu.be/x\","
                        + "\"fallback\":\"A film\"}");
        assertThat(json(new CodeBlock("java", "int i;")))
                .isEqualTo("{\"type\":\"code\",\"language\":\"java\",\"text\":\"int i;\"}");
        assertThat(json(new DividerBlock())).isEqualTo("{\"type\":\"divider\"}");
        assertThat(JSON.writeValueAsString(Body.EMPTY)).isEqualTo("{\"blocks\":[]}");
    }

    @Test
    void missingMembersGetTheirDefaults() throws JsonProcessingException {
        Body body = JSON.readValue("""
                {"blocks": [
                  {"type": "list", "items": [[{"text": " a  "}, {"text": "b", "marks": ["code", "em"]}]]},
                  {"type": "embed", "provider": "x", "url": "https://x.example/1"},
                  {"type": "image", "url": "/1.jpg"}
                ]}""", Body.class);
        assertThat(body.blocks())
                .containsExactly(
                        new ListBlock(false, List.of(List.of(Span.of("a "), Span.of("b", Mark.CODE)))),
                        new EmbedBlock("x", "https://x.example/1", "https://x.example/1"),
                        new ImageBlock("/1.jpg", "", null, null, null, null));
    }

    @Test
    void rejectionsNameTheComponentAndItsPathInJson() {
        assertThatThrownBy(() ->
                        JSON.readValue("{\"blocks\":[{\"type\":\"divider\"},{\"type\":\"paragraph\"}]}", Body.class))
                .isInstanceOfSatisfying(JsonMappingException.class, refusal -> {
                    assertThat(refusal.getCause())
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageStartingWith("paragraph.text must be a list of spans");
                    assertThat(refusal.getPath()).hasSize(2);
                });
    }

    @Provide
    Arbitrary<Body> bodies() {
        return Bodies.bodies();
    }

    private static String json(Block block) throws JsonProcessingException {
        return JSON.writerFor(Block.class).writeValueAsString(block);
    }
}
