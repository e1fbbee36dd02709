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
 * An XML document while it is written. Whatever text it is given, what comes out is well-formed: all of it is escaped, and
 * characters that XML 1.0 does not have (§2.2) are left out. Elements that feed readers take as HTML accept no plain text:
 * {@link #plainAsHtml} and {@link #html} are the only ways to write into them.
 */
public final class Xml {

    /** The platform's own: what else is on the class path does not change a byte. */
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    /** Elements whose content is HTML: RSS 2.0 with its Best Practices Profile, its module content, Media RSS of type html. */
    private static final Set<String> HTML_ELEMENTS = Set.of("description", "content:encoded", "media:description");

    private final Deque<String> elements = new ArrayDeque<>();
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    private Xml() throws XMLStreamException {
        writer = WRITERS.createXMLStreamWriter(text);
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeCharacters("\n");
    }

    /** A step of writing. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    /**
     * Begins a document with its outermost element.
     *
     * @param attributes in their order; the namespaces among them
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

    /** Begins an element; what follows is in it until it is closed. */
    public Xml open(String name) {
        elements.push(name);
        return step(() -> writer.writeStartElement(name));
    }

    /** Gives the element that has just begun an attribute; absent: it has none. */
    public Xml with(String attribute, @Nullable String value) {
        return value == null ? this : step(() -> writer.writeAttribute(attribute, legal(value)));
    }

    /** Writes a text into the open element, which must not be one that holds HTML. */
    public Xml text(String value) {
        if (!elements.isEmpty() && HTML_ELEMENTS.contains(elements.peek())) {
            throw new IllegalArgumentException("The element " + elements.peek() + " holds HTML, not plain text.");
        }
        return characters(value);
    }

    /** Writes plain text into the open element, which holds HTML: readers see the same text, whatever markup it looks like. */
    public Xml plainAsHtml(String plain) {
        return characters(asHtml(plain));
    }

    /** Writes HTML into the open element, which holds HTML. The caller vouches for it. */
    public Xml html(String html) {
        return characters(html);
    }

    /** The HTML that shows this plain text. */
    public static String asHtml(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes an element that holds a text only; absent: no element. */
    public Xml text(String name, @Nullable String value) {
        return value == null ? this : open(name).text(value).close();
    }

    /** Ends the open element. */
    public Xml close() {
        elements.pop();
        return step(writer::writeEndElement);
    }

    /** The same, and begins a new line: documents are read by people too. */
    public Xml closeLine() {
        return close().text("\n");
    }

    /** Ends the document. */
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

    /** Only the characters that XML 1.0 has. */
    private static String legal(String text) {
        return text.codePoints().allMatch(Xml::isLegal)
                ? text
                : text.codePoints()
                        .filter(Xml::isLegal)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
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
