package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.body.assembly.Loss;

/** Tests comments by which content systems hide the rest of a document. */
class GatesTest {

    @Test
    void gatesAreReportedAndMayEndTheBody() {
        BodyReading more = Body.readHtml("<p>Lead.</p><!--more--><p>The rest of it.</p>", null);
        assertThat(more.losses()).containsExactly(new Loss("more", 1, "The rest of it."));
        assertThat(more.body().text()).isEqualTo("Lead.\n\nThe rest of it.");
        BodyReading members =
                Body.readHtml("<div><p>Free.</p><!--members-only--><p>Paid words.</p></div><p>Paid too.</p>", null);
        assertThat(members.losses()).containsExactly(new Loss("members-only", 1, "Paid words."));
        assertThat(members.body().text()).isEqualTo("Free.");
        BodyReading markdown = Body.readMarkdown("Free.\n\n<!--members-only-->\n\nPaid.", null);
        assertThat(markdown.losses()).containsExactly(new Loss("members-only", 1, "Paid."));
        assertThat(markdown.body().text()).isEqualTo("Free.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Free.</p><table><tr><th>a<td>b</tr><!--members-only--><tr><th>Paid.<td>Paid.</table><p>Paid.",
                "<p>Free.</p><table><tr><th>a<td>b<!--members-only--><td>Paid.</table><p>Paid.",
                "<p>Free.</p><figure><img src=/a.jpg><!--members-only--><figcaption>Paid.</figcaption></figure>",
                "<p>Free.</p><figure><img src=/a.jpg><figcaption>Cap<!--members-only-->Paid.</figcaption></figure>Paid.",
                "<p>Free.</p><blockquote><p>a<!--members-only--></p><footer>Paid.</footer></blockquote>Paid.",
                "<p>Free.</p><aside><h3>b<!--members-only--></h3>Paid.</aside>Paid.",
                "<p>Free.</p><pre>a<!--members-only-->Paid.</pre>Paid.",
                "<p>Free.</p><button>a<!--members-only--></button>Paid."
            })
    void closedGateEndsTheBodyWhereverItStands(String html) {
        BodyReading reading = Body.readHtml(html, null);
        assertThat(reading.body().html()).contains("Free.").doesNotContain("Paid.");
        assertThat(reading.losses()).anySatisfy(loss -> {
            assertThat(loss.what()).isEqualTo("members-only");
            assertThat(loss.near()).startsWith("Paid.");
        });
        BodyReading markdown = Body.readMarkdown(html, null);
        assertThat(markdown.body().html()).contains("Free.").doesNotContain("Paid.");
        BodyReading blocks = Body.readMarkdown(html + "\n\nPaid.", null);
        assertThat(blocks.body().html()).contains("Free.").doesNotContain("Paid.");
        assertThat(blocks.losses()).extracting(Loss::what).contains("members-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <!--members-only--> Paid.\n\nPaid.",
                "- a <!--members-only--> Paid.\n- Paid.\n\nPaid.",
                "> a\n>\n> <!--members-only-->\n>\n> Paid.\n\nPaid.",
                "| a |\n|---|\n| b <!--members-only--> Paid. |\n| Paid. |\n\nPaid.",
                "![a <!--members-only--> Paid.](/a.jpg)\n\nPaid.",
                "a <ruby>b <!--members-only--> Paid.<rt>c</rt></ruby> Paid.\n\nPaid.",
                "a[^1]\n\n[^1]: b <!--members-only--> Paid.\n\nPaid.",
                "a[^1]\n\n[^1]: <div>b<!--members-only-->Paid.</div>\n\nPaid.",
                "- <div>b<!--members-only-->Paid.</div>\n- Paid.\n\nPaid."
            })
    void closedGateEndsMarkdownWhereverItStands(String markdown) {
        BodyReading reading = Body.readMarkdown("Free.\n\n" + markdown, null);
        assertThat(reading.body().html()).contains("Free.").doesNotContain("Paid.");
        assertThat(reading.losses()).extracting(Loss::what).contains("members-only");
    }

    @Test
    void notesOfMarksBehindAGateStayBehindIt() {
        String note = "<ol><li id=n1>Public. <a href=#m1>back</a></li><li id=n2>Paid. <a href=#m2>back</a></li></ol>";
        String mark = "<p>Free.<sup id=m1><a href=#n1>1</a></sup></p>";
        String paid = "<p>Paid.<sup id=m2><a href=#n2>2</a></sup></p>";
        Body body = Body.fromHtml(mark + "<!--members-only-->" + paid + note);
        assertThat(body.text()).contains("Public.").doesNotContain("Paid.");
    }
}
