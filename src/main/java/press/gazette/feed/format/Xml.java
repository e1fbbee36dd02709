package press.gazette.feed.format;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes an XML document that is well-formed for any text: text is escaped, and characters that XML 1.0 does not allow
 * (§2.2) are dropped. Elements that feed readers treat as HTML reject plain text; use {@link #plainAsHtml} or
 * {@link #html} for them.
 */
public final class Xml {

    /** The JDK's factory, so that libraries on the class path cannot change the output. */
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    /**
     * Elements with HTML content: RSS 2.0 with its Best Practices Profile, its content module, Media RSS with type
     * html.
     */
    private static final Set<String> HTML_ELEMENTS = Set.of("description", "content:encoded", "media:description");

    private final Deque<String> elements = new ArrayDeque<>();
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    private Xml() throws XMLStreamException {
        writer = WRITERS.createXMLStreamWriter(text);
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeCharacters("\n");
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    /**
     * Begins a document with its root element.
     *
     * @param attributes in their order, including namespaces
     */
    public static Xml document(String root, Map<String, String> attributes) {
        try {
            Xml xml = new Xml();
            xml.open(root);
            attributes.forEach(xml::with);
            return xml;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Begins an element, which stays open until {@link #close}. */
    public Xml open(String name) {
        elements.push(name);
        return step(() -> writer.writeStartElement(name));
    }

    /** Adds an attribute to the element that has just begun; null adds none. */
    public Xml with(String attribute, @Nullable String value) {
        return value == null ? this : step(() -> writer.writeAttribute(attribute, legal(value)));
    }

    /**
     * Writes text into the open element.
     *
     * @throws IllegalArgumentException if the element contains HTML
     */
    public Xml text(String value) {
        if (!elements.isEmpty() && HTML_ELEMENTS.contains(elements.peek())) {
            throw new IllegalArgumentException("The element " + elements.peek() + " contains HTML, not plain text.");
        }
        return characters(value);
    }

    /** Writes plain text into an open element with HTML content, escaped so that markup in it shows as text. */
    public Xml plainAsHtml(String plain) {
        return characters(asHtml(plain));
    }

    /** Writes HTML into an open element with HTML content. The caller must make sure that it is safe. */
    public Xml html(String html) {
        return characters(html);
    }

    /** Escapes plain text for HTML. */
    public static String asHtml(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes an element with text; null writes no element. */
    public Xml text(String name, @Nullable String value) {
        return value == null ? this : open(name).text(value).close();
    }

    /** Closes the open element. */
    public Xml close() {
        elements.pop();
        return step(writer::writeEndElement);
    }

    /** Closes the open element and begins a new line, for people who read the document. */
    public Xml closeLine() {
        return close().text("\n");
    }

    /** Ends the document and returns it as UTF-8. */
    public byte[] bytes() {
        step(writer::writeEndDocument);
        step(writer::flush);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Xml characters(String value) {
        return step(() -> writer.writeCharacters(legal(value)));
    }

    private Xml step(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private static IllegalStateException unwritable(XMLStreamException e) {
        return new IllegalStateException("Memory does not fail", e);
    }

    /** Removes the characters that XML 1.0 does not allow. A loop: streams of characters took a third of a feed's time. */
    private static String legal(String text) {
        int legal = legalPrefix(text);
        if (legal == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, legal);
        for (int i = legal, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isLegal(c)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    /** The length of the text before its first illegal character. */
    private static int legalPrefix(String text) {
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!isLegal(c)) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
