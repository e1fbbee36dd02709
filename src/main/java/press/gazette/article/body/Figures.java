package press.gazette.article.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The figures of an HTML document: a picture, an embed or a quotation, with what its caption says about it. */
final class Figures {

    /** The attribute that {@link HtmlWriter} leaves on an embed; its value is the provider. */
    static final String EMBED = "data-embed";

    private static final String CREDITS = "small, cite, [class~=(?i)credit]";
    private static final String DIGITS = "[0-9]{1,5}";

    private static final class Figure {
        final int start;

        @Nullable
        Element caption;

        boolean signature;

        Figure(int start) {
            this.start = start;
        }
    }

    private final Assembly assembly;
    private final Deque<Figure> open = new ArrayDeque<>();

    Figures(Assembly assembly) {
        this.assembly = assembly;
    }

    void open(Element element) {
        assembly.end();
        Figure figure = new Figure(assembly.size());
        figure.caption = element.children().stream()
                .filter(child -> child.nameIs("figcaption"))
                .findFirst()
                .orElse(null);
        open.push(figure);
    }

    /** Only now is it known what the caption, which may stand above, belongs to. */
    void close() {
        assembly.end();
        Figure figure = open.pop();
        Element caption = figure.signature ? null : figure.caption;
        if (caption != null && !captioned(figure, caption)) {
            assembly.text(HtmlText.of(caption), Set.of(), null);
            assembly.end();
        }
    }

    /** True for the caption of the open figure, which is read by itself. */
    boolean caption(Element element) {
        Figure figure = open.peek();
        if (figure != null && figure.caption == null) {
            figure.caption = element;
        }
        return figure != null && element.equals(figure.caption);
    }

    /** What the open figure says beneath a quotation is who said it; null outside of figures and without a caption. */
    @Nullable
    Element signature() {
        Figure figure = open.peek();
        if (figure == null || figure.caption == null) {
            return null;
        }
        figure.signature = true;
        return figure.caption;
    }

    /** Adds a picture whose address may be held; any other is dropped, since its text is only a substitute. */
    void picture(Element img) {
        String url = Address.tidied(img.attr("src"));
        if (Address.isPicture(url)) {
            assembly.add(new Block.Picture(url, img.attr("alt"), null, null, side(img, "width"), side(img, "height")));
        }
    }

    /** Adds an embed as {@link HtmlWriter} writes it; false for every other figure. */
    boolean embed(Element figure) {
        String provider = figure.attr(EMBED);
        Element link = figure.firstElementChild();
        String url = link == null ? "" : Address.tidied(link.attr("href"));
        if (link == null || !Block.Embed.provider(provider) || !Address.isEmbed(url)) {
            return false;
        }
        assembly.add(new Block.Embed(provider, url, HtmlText.of(link)));
        return true;
    }

    private boolean captioned(Figure figure, Element caption) {
        if (assembly.size() > figure.start && assembly.last() instanceof Block.Picture picture) {
            assembly.replaceLast(captioned(picture, caption));
            return true;
        }
        return false;
    }

    private static Block.Picture captioned(Block.Picture picture, Element caption) {
        Element credit = caption.selectFirst(CREDITS);
        return new Block.Picture(
                picture.url(),
                picture.alt(),
                HtmlText.without(caption, credit),
                credit == null ? null : HtmlText.of(credit),
                picture.width(),
                picture.height());
    }

    private static @Nullable Integer side(Element img, String name) {
        String value = img.attr(name).strip();
        return value.matches(DIGITS) && Block.Picture.side(Integer.parseInt(value)) ? Integer.valueOf(value) : null;
    }
}
