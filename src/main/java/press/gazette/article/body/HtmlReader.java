package press.gazette.article.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Legible;

/**
 * HTML in. The parser sees what a browser would see; this walk takes along only the elements it names, unwraps the
 * ones it does not, and drops {@link HtmlText#SILENT} ones with all they contain. The walk is a loop, not a recursion,
 * so deep nesting costs no stack.
 */
final class HtmlReader implements NodeFilter {

    /** Tags that are read: several for each block that a body may have, opening and closing. Each costs time. */
    static final int MOST_TAGS = 6 * Body.MAX_BLOCKS;

    private final Assembly assembly = new Assembly();
    private final Figures figures = new Figures(assembly);
    private final Deque<String> links = new ArrayDeque<>();
    private @Nullable Element signature;
    private int strong;
    private int em;
    private int code;

    private HtmlReader() {}

    static Body read(String html) {
        requireBounded(html);
        Document document = Jsoup.parse(html);
        HtmlReader reader = new HtmlReader();
        document.body().filter(reader);
        return reader.assembly.body();
    }

    private static void requireBounded(String html) {
        long tags = html.chars().filter(c -> c == '<').count();
        if (tags > MOST_TAGS) {
            throw new IllegalArgumentException(
                    "html must have at most " + MOST_TAGS + " tags, opening and closing; this has " + tags + ".");
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            assembly.text(text.getWholeText(), marks(), links.peek());
            return FilterResult.CONTINUE;
        }
        boolean heard = node instanceof Element element && HtmlText.heard(element) && !element.equals(signature);
        return heard ? enter((Element) node) : FilterResult.SKIP_ENTIRELY;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            leave(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        if (atom(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        emphasise(element, 1);
        switch (element.normalName()) {
            case "a" -> link(element);
            case "q" -> assembly.text("“", marks(), links.peek());
            case "td", "th" -> assembly.text(" ", Set.of(), null);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> assembly.openHeading(level(element));
            case "ul", "menu" -> assembly.open(Assembly.Container.BULLETS);
            case "ol" -> assembly.open(Assembly.Container.NUMBERS);
            case "li" -> assembly.item();
            case "blockquote" -> quote(element);
            case "figure" -> figures.open(element);
            default -> separate(element);
        }
        return FilterResult.CONTINUE;
    }

    private void leave(Element element) {
        switch (element.normalName()) {
            case "a" -> unlink(element);
            case "q" -> assembly.text("”", marks(), links.peek());
            case "td", "th" -> assembly.text(" ", Set.of(), null);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> assembly.closeHeading();
            case "ul", "menu", "ol", "blockquote" -> assembly.close();
            case "figure" -> figures.close();
            default -> separate(element);
        }
        emphasise(element, -1);
    }

    /** Takes what is one thing, whatever stands inside it; false for everything else. */
    private boolean atom(Element element) {
        switch (element.normalName()) {
            case "br" -> assembly.lineBreak(marks(), links.peek());
            case "hr" -> assembly.add(new Block.Divider());
            case "img" -> figures.picture(element);
            case "pre" -> preformatted(element);
            case "figure" -> {
                return figures.embed(element);
            }
            case "figcaption" -> {
                return figures.caption(element);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void emphasise(Element element, int step) {
        switch (element.normalName()) {
            case "strong", "b" -> strong += step;
            case "em", "i" -> em += step;
            case "code", "kbd", "samp", "tt" -> code += step;
            default -> {
                // No mark of ours: its text is plain.
            }
        }
    }

    private Set<Mark> marks() {
        EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
        if (strong > 0) {
            marks.add(Mark.STRONG);
        }
        if (em > 0) {
            marks.add(Mark.EM);
        }
        if (code > 0) {
            marks.add(Mark.CODE);
        }
        return marks;
    }

    private void link(Element anchor) {
        String href = Address.tidied(anchor.attr("href"));
        if (Address.isLink(href)) {
            links.push(href);
        }
    }

    private void unlink(Element anchor) {
        if (Address.isLink(Address.tidied(anchor.attr("href")))) {
            links.pop();
        }
    }

    private void quote(Element quote) {
        boolean outermost = assembly.atTop();
        assembly.open(Assembly.Container.QUOTE);
        if (outermost) {
            signature = HtmlText.signature(quote);
            Element signed = signature == null ? figures.signature() : signature;
            assembly.attribute(signed == null ? null : HtmlText.of(signed));
        }
    }

    private void preformatted(Element pre) {
        assembly.end();
        String text = Prose.verbatim(pre.wholeText());
        if (Legible.isVisible(text)) {
            assembly.add(new Block.Code(HtmlText.language(pre), text));
        }
    }

    private void separate(Element element) {
        if (element.isBlock()) {
            assembly.end();
        }
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }
}
