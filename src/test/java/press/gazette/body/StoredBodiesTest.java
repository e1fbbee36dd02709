package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Bodies stored by releases with eight types of blocks and three marks are read unchanged. */
class StoredBodiesTest {

    private static final String STORED = """
            {"blocks":[\
            {"type":"paragraph","text":[{"text":"Plain, "},{"text":"strong","marks":["strong"]},{"text":"\\nand "},\
            {"text":"all of it","marks":["strong","em"],"href":"https://example.org/a?b=c&d"},{"text":" "},\
            {"text":"x = 1","marks":["code"]}]},\
            {"type":"heading","level":3,"text":[{"text":"Times & places"}]},\
            {"type":"quote","text":[{"text":"We waited.\\nLong."}],"attribution":"Ada Lind"},\
            {"type":"quote","text":[{"text":"Nobody said this."}]},\
            {"type":"list","ordered":true,"items":[[{"text":"one\\ntwo"}],[{"text":"three","href":"mailto:a@example.org"}]]},\
            {"type":"list","ordered":false,"items":[[{"text":"a"}]]},\
            {"type":"image","url":"/media/1.jpg","alt":"A crane","caption":"The crane","credit":"Ben","width":640,"height":480},\
            {"type":"image","url":"https://m.example/2.jpg","alt":""},\
            {"type":"embed","provider":"youtube","url":"https://youtu.be/abcdefghijk","fallback":"A film"},\
            {"type":"code","language":"java","text":"int a;\\n\\n\\tint b;"},\
            {"type":"code","text":"x"},\
            {"type":"divider"}]}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Such bodies lack only the ids of headings, which are added. */
    @Test
    void storedBodiesAreReadUnchangedExceptForHeadingIds() throws JsonProcessingException {
        Body body = JSON.readValue(STORED, Body.class);
        assertThat(JSON.writeValueAsString(body))
                .isEqualTo(STORED.replace(
                        "[{\"text\":\"Times & places\"}]", "[{\"text\":\"Times & places\"}],\"id\":\"times-places\""));
    }

    @Test
    void storedBodiesBecomeTheSameHtmlMarkdownAndText() throws JsonProcessingException {
        Body body = JSON.readValue(STORED, Body.class);
        assertThat(body.html().replace(" id=\"times-places\"", "")).isEqualTo("""
                <p>Plain, <strong>strong</strong><br>and <a href="https://example.org/a?b=c&amp;d"><strong><em>all of it</em></strong></a> \
                <code>x = 1</code></p>
                <h3>Times &amp; places</h3>
                <figure><blockquote><p>We waited.<br>Long.</p></blockquote><figcaption>— Ada Lind</figcaption></figure>
                <blockquote><p>Nobody said this.</p></blockquote>
                <ol><li>one<br>two</li><li><a href="mailto:a@example.org">three</a></li></ol>
                <ul><li>a</li></ul>
                <figure><img src="/media/1.jpg" alt="A crane" width="640" height="480" loading="lazy">\
                <figcaption>The crane <small>Ben</small></figcaption></figure>
                <figure><img src="https://m.example/2.jpg" alt="" loading="lazy"></figure>
                <figure data-embed="youtube"><a href="https://youtu.be/abcdefghijk">A film</a></figure>
                <pre><code class="language-java">int a;

                \tint b;</code></pre>
                <pre><code>x</code></pre>
                <hr>""");
        assertThat(body.text())
                .startsWith("Plain, strong\nand all of it x = 1\n\nTimes & places\n\nWe waited.\nLong.\n— Ada Lind");
        assertThat(body.markdown()).contains("1. one\\\n   two\n2. [three](mailto:a@example.org)");
    }
}
