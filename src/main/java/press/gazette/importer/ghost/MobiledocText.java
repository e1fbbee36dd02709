package press.gazette.importer.ghost;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;
import press.gazette.importer.xml.Markup;
import press.gazette.json.Json;

/** Makes HTML of a Mobiledoc document, the form of texts before Lexical, for posts without HTML. */
final class MobiledocText {

    private static final int MARKUP_SECTION = 1;
    private static final int IMAGE_SECTION = 2;
    private static final int LIST_SECTION = 3;
    private static final int CARD_SECTION = 10;

    private final Map<String, Object> document;
    private final List<Note> notes;
    private final StringBuilder html = new StringBuilder();

    private MobiledocText(Map<String, Object> document, List<Note> notes) {
        this.document = document;
        this.notes = notes;
    }

    static String html(String document, List<Note> notes) {
        if (document.isEmpty()) {
            return "";
        }
        try {
            MobiledocText text = new MobiledocText(
                    Json.object(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))), notes);
            list(text.document.get("sections")).forEach(section -> text.section(list(section)));
            return text.html.toString();
        } catch (IOException e) {
            notes.add(new Note("mobiledoc", "Its text is no Mobiledoc document."));
            return "";
        }
    }

    private void section(List<?> section) {
        switch (number(at(section, 0))) {
            case MARKUP_SECTION -> {
                String tag = tag(String.valueOf(at(section, 1)));
                html.append('<').append(tag).append('>');
                markers(list(at(section, 2)));
                html.append("</").append(tag).append(">\n");
            }
            case IMAGE_SECTION -> html.append(Markup.figure(String.valueOf(at(section, 1)), "", ""));
            case LIST_SECTION -> {
                String tag = "ol".equals(at(section, 1)) ? "ol" : "ul";
                html.append('<').append(tag).append('>');
                for (Object item : list(at(section, 2))) {
                    html.append("<li>");
                    markers(list(item));
                    html.append("</li>");
                }
                html.append("</").append(tag).append(">\n");
            }
            case CARD_SECTION -> {
                List<?> card = list(at(list(document.get("cards")), number(at(section, 1))));
                html.append(new GhostCards(notes).html(String.valueOf(at(card, 0)), GhostCards.map(at(card, 1))));
            }
            default -> notes.add(new Note("mobiledoc", "A section of the unknown kind " + at(section, 0) + "."));
        }
    }

    private static String tag(String name) {
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside" -> name;
            case "pull-quote" -> "blockquote";
            default -> "p";
        };
    }

    /** A marker is its kind, the marks that it opens, the number of marks that it closes, and its words. */
    private void markers(List<?> markers) {
        List<String> open = new ArrayList<>();
        for (Object each : markers) {
            List<?> marker = list(each);
            list(at(marker, 1)).forEach(mark -> open.add(open(list(at(list(document.get("markups")), number(mark))))));
            boolean isText = number(at(marker, 0)) == 0;
            html.append(isText ? Markup.escaped(String.valueOf(at(marker, 3))) : atom(number(at(marker, 3))));
            for (int i = number(at(marker, 2)); i > 0 && !open.isEmpty(); i--) {
                html.append("</").append(open.remove(open.size() - 1)).append('>');
            }
        }
    }

    private String open(List<?> markup) {
        String name = String.valueOf(at(markup, 0));
        String tag = name.matches("a|strong|b|em|i|s|strike|u|code|sub|sup|mark") ? name : "span";
        html.append('<').append(tag);
        List<?> attributes = list(at(markup, 1));
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (tag.equals("a") && "href".equals(attributes.get(i))) {
                html.append(" href=\"")
                        .append(Markup.escaped(String.valueOf(attributes.get(i + 1))))
                        .append('"');
            }
        }
        html.append('>');
        return tag;
    }

    private String atom(int number) {
        List<?> atom = list(at(list(document.get("atoms")), number));
        return "soft-return".equals(at(atom, 0)) ? "<br>" : Markup.escaped(String.valueOf(at(atom, 1)));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Object at(List<?> list, int index) {
        Object value = index >= 0 && index < list.size() ? list.get(index) : null;
        return value == null ? "" : value;
    }

    private static int number(Object value) {
        return value instanceof Number number ? number.intValue() : -1;
    }
}
