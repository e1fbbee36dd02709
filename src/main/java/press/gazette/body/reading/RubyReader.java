package press.gazette.body.reading;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;

/** Reads a ruby element as spans. Each reading belongs to the characters before it. */
public final class RubyReader {

    private RubyReader() {}

    public static List<Span> read(Element ruby, Style style) {
        List<Span> spans = new ArrayList<>();
        StringBuilder characters = new StringBuilder();
        for (Node child : ruby.childNodes()) {
            if (child instanceof TextNode text) {
                characters.append(text.getWholeText());
            } else if (child instanceof Element element && isReading(element)) {
                spans.add(style.pronounced(ElementText.of(element))
                        .span(characters.toString().strip()));
                characters.setLength(0);
            } else if (child instanceof Element element && !element.nameIs("rp")) {
                characters.append(ElementText.of(element));
            }
        }
        if (!characters.toString().isBlank()) {
            spans.add(style.span(characters.toString()));
        }
        return spans;
    }

    private static boolean isReading(Element element) {
        return element.nameIs("rt") || element.nameIs("rtc");
    }
}
