package press.gazette.body.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

import press.gazette.body.assembly.Losses;
import press.gazette.body.html.DataAttribute;

/**
 * Indexes a whole document before it is read: the content of each figure and table, and the kind of document. It visits
 * each node once, so that figures within figures cost no more than others.
 */
final class DocumentIndex implements NodeFilter {

    /** The content of a figure, a gallery or a table, without the content of other such elements inside it. */
    static final class FigureContent {
        final Element element;
        final List<Element> images = new ArrayList<>();
        final List<Element> players = new ArrayList<>();
        final List<Element> frames = new ArrayList<>();
        final List<Element> tables = new ArrayList<>();
        final List<Element> quotes = new ArrayList<>();
        final List<FigureContent> figures = new ArrayList<>();

        @Nullable
        Element caption;

        /** Words outside of captions, tables, quotations and players. */
        final StringBuilder words = new StringBuilder();

        /** True for a table with a heading or a box in it, which lays out a page. */
        boolean layout;

        int headers;

        FigureContent(Element element) {
            this.element = element;
        }

        void add(FigureContent inner, boolean table) {
            if (table) {
                tables.add(inner.element);
            } else {
                figures.add(inner);
            }
        }

        boolean hasWords() {
            return !words.toString().isBlank();
        }
    }

    private static final Set<String> GALLERIES = Set.of(
            "gallery", "wp-block-gallery", "blocks-gallery-grid", "kg-gallery-card", "tiled-gallery", "image-gallery");

    private static final Set<String> APART =
            Set.of("figcaption", "blockquote", "video", "audio", "iframe", "noscript", "table");

    /** Attributes whose value is shown to readers. */
    private static final List<String> SHOWN = List.of("alt", "title", "label");

    private final Losses losses;
    private final Map<Element, FigureContent> contents = new HashMap<>();
    private final Deque<FigureContent> open = new ArrayDeque<>();
    private int apart;

    /** True if a word processor wrote the document, so that the languages and directions in it are unreliable. */
    boolean office;

    /** True if some text of the document runs from right to left. */
    boolean rightToLeft;

    /** The ids of elements, to which links in the document may lead. */
    private final Set<String> places = new HashSet<>();

    private DocumentIndex(Losses losses) {
        this.losses = losses;
    }

    /** Indexes the document, and reports the characters in it that no body may hold. */
    static DocumentIndex of(Element root, Losses losses) {
        DocumentIndex index = new DocumentIndex(losses);
        root.filter(index);
        return index;
    }

    @Nullable
    FigureContent content(Element element) {
        return contents.get(element);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            losses.addCharacters(text.getWholeText());
            rightToLeft = rightToLeft || hasRightToLeft(text.getWholeText());
            FigureContent content = open.peek();
            if (content != null && apart == 0 && !text.isBlank() && content.words.isEmpty()) {
                content.words.append(text.getWholeText().strip());
            }
        } else if (node instanceof Element element) {
            enter(element);
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        SHOWN.stream().filter(element::hasAttr).forEach(name -> losses.addCharacters(element.attr(name)));
        places.add(element.id());
        places.add(element.nameIs("a") ? element.attr("name") : "");
        count(element);
        String name = element.normalName();
        apart += isApart(element) ? 1 : 0;
        FigureContent around = open.peek();
        boolean table = name.equals("table");
        boolean gallery = isGallery(element) && (around == null || around.element.nameIs("table"));
        if (table || gallery || name.equals("figure")) {
            FigureContent content = new FigureContent(element);
            if (around != null) {
                around.layout |= around.element.nameIs("table");
                around.add(content, table);
            }
            contents.put(element, content);
            open.push(content);
        }
        office = office
                || element.className().startsWith("Mso")
                || element.attr("style").contains("mso-");
        rightToLeft = rightToLeft || element.attr("dir").equalsIgnoreCase("rtl");
    }

    /** The ids and the names of anchors in the document. */
    Set<String> places() {
        return places;
    }

    /** Adds the element to the content of the open figure. */
    private void count(Element element) {
        FigureContent content = open.peek();
        if (content == null) {
            return;
        }
        switch (element.normalName()) {
            case "img" -> {
                if (!ImageElements.isOrnament(element)) {
                    content.images.add(element);
                }
            }
            case "video", "audio" -> content.players.add(element);
            case "iframe" -> content.frames.add(element);
            case "blockquote" -> content.quotes.add(element);
            case "th" -> content.headers++;
            case "h1", "h2", "h3", "h4", "h5", "h6", "aside", "details" -> content.layout = true;
            case "figcaption" -> content.caption = content.caption == null ? element : content.caption;
            default -> {
                // No other element tells the kind of a figure.
            }
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            apart -= isApart(element) ? 1 : 0;
            FigureContent content = open.peek();
            if (content != null && content.element.equals(element)) {
                open.pop();
            }
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isApart(Element element) {
        return APART.contains(element.normalName()) || element.hasAttr(DataAttribute.TRANSCRIPT);
    }

    static boolean isGallery(Element element) {
        return !element.nameIs("figure")
                && element.hasAttr("class")
                && element.classNames().stream().anyMatch(GALLERIES::contains);
    }

    private static boolean hasRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_RIGHT_TO_LEFT && c <= LAST_RIGHT_TO_LEFT) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first character of the scripts from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours.
     */
    private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

    private static final char LAST_RIGHT_TO_LEFT = '\u08FF';
}
