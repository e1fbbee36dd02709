package press.gazette.feed.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The output is well-formed for any input, and has the same text as far as XML can represent it. */
class XmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ]]> b",
                "<![CDATA[x]]>",
                "&amp; & &#0;",
                "\"quoted\" 'twice'",
                "🙂 𝔘𝔫𝔦",
                "é ſ ﬀ \u00a0 \u2028"
            })
    void textSurvivesTheRoundTrip(String text) throws Exception {
        assertThat(read(text).getTextContent()).isEqualTo(text);
        assertThat(read(text).getAttribute("a")).isEqualTo(text);
    }

    @Test
    void forbiddenCharactersAreDropped() throws Exception {
        assertThat(read("a\u0000b\u0001c\u000bd\u001fe\ufffef\uffffg\ud800h\udc00i")
                        .getTextContent())
                .isEqualTo("abcdefghi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "content:encoded", "media:description"})
    void htmlElementRejectsPlainText(String element) {
        Xml xml = Xml.document("x", Map.of());
        assertThatIllegalArgumentException().isThrownBy(() -> xml.text(element, "a < b"));
    }

    @Property
    void plainTextInHtmlIsEscaped(@ForAll String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "");
        org.jsoup.nodes.Element paragraph =
                Jsoup.parse("<p>" + Xml.asHtml(printable) + "</p>").body().child(0);
        assertThat(paragraph.wholeText()).isEqualTo(printable);
    }

    @Property
    void outputIsAlwaysWellFormed(@ForAll String text) throws Exception {
        read(text);
    }

    private static Element read(String text) throws Exception {
        byte[] bytes =
                Xml.document("x", Map.of()).with("a", text).text(text).close().bytes();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }
}
