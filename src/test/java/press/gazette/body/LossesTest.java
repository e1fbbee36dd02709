package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import press.gazette.body.assembly.Loss;

/** Tests the report of content that a body cannot hold. */
class LossesTest {

    @Test
    void lossesAreReported() {
        BodyReading reading = Body.readHtml(
                "<p>a</p><script>x()</script><form>Name <input> <select><option>b</select><button>Send it</button></form>"
                        + "<svg><text>Chart</text></svg><math><mi>x</mi></math><object data=a.swf></object>"
                        + "<a href=javascript:x>go there</a><img src=data:, alt=Moon><script>y()</script>",
                null);
        assertThat(reading.losses())
                .extracting(Loss::what)
                .containsExactly("script", "input", "select", "button", "svg", "math", "object", "link", "img");
        assertThat(reading.losses())
                .contains(new Loss("script", 2, ""), new Loss("button", 1, "Send it"), new Loss("link", 1, "go there"));
    }

    @Test
    void wordsNearALossAreWholeCharacters() {
        String faces = "😀".repeat(40);
        assertThat(Body.readHtml("<button>" + faces + "</button>", null).losses())
                .containsExactly(new Loss("button", 1, "😀".repeat(29) + "…"));
        assertThat(Body.readHtml("<button>a" + faces + "</button>", null).losses())
                .containsExactly(new Loss("button", 1, "a" + "😀".repeat(29) + "…"));
    }

    @Test
    void namesOfLossesAreShort() {
        assertThat(Body.readHtml("<v:" + "x".repeat(1_000) + ">a", null).losses())
                .extracting(Loss::what)
                .allMatch(what -> what.length() <= 60);
    }

    @Test
    void anElementReadTwiceIsOneLoss() {
        String html = "<a href=javascript:x><img src=/a.jpg></a><table><tr><td><button>b</button><td></table>";
        assertThat(Body.readHtml(html, null).losses())
                .containsExactly(new Loss("link", 1, ""), new Loss("button", 1, "b"));
    }
}
