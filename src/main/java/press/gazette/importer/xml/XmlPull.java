package press.gazette.importer.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;

/**
 * Reads XML as files have it, element by element. Document types and entities are off; prefixes are plain parts of names, since
 * some files use ones that they do not declare.
 */
public final class XmlPull implements AutoCloseable {

    private final RepairedXml source;
    private final XMLStreamReader xml;

    public XmlPull(InputStream bytes) {
        try {
            source = new RepairedXml(XmlText.of(bytes));
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
            xml = factory.createXMLStreamReader(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new UnreadableFile("The file is no XML: " + place(e));
        }
    }

    public boolean hasNext() throws XMLStreamException {
        return xml.hasNext();
    }

    /** Goes on; returns true at the beginning of an element. */
    public boolean nextIsStart() throws XMLStreamException {
        return xml.next() == XMLStreamConstants.START_ELEMENT;
    }

    /** True at the end of an element with this name. */
    public boolean isEndOf(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** True at the end of any element. */
    public boolean isEnd() {
        return xml.isEndElement();
    }

    /** The name of the element that begins or ends here, with its prefix. */
    public String name() {
        return xml.getLocalName();
    }

    /** An attribute of the element that begins here; empty: none. */
    public String attribute(String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "").strip();
    }

    public int line() {
        return xml.getLocation().getLineNumber();
    }

    /** The characters here; empty at anything but text. */
    public String characters() {
        return xml.hasText() && xml.getEventType() != XMLStreamConstants.COMMENT ? xml.getText() : "";
    }

    /** The text of the element that begins here, those of elements within it too; one character too many of one that is too long. */
    public String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            if (nextIsStart()) {
                depth++;
            } else if (isEnd()) {
                depth--;
            } else {
                append(text, characters());
            }
        }
        return text.toString();
    }

    /** The content of the element that begins here as HTML. */
    public String markup() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            if (nextIsStart()) {
                depth++;
                append(text, startTag());
            } else if (isEnd()) {
                depth--;
                append(text, depth > 0 && !Markup.isEmpty(name()) ? "</" + name() + ">" : "");
            } else {
                append(text, Markup.escaped(characters()));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String piece) {
        if (text.length() <= RepairedXml.LONGEST_TEXT) {
            text.append(piece, 0, Math.min(piece.length(), RepairedXml.LONGEST_TEXT + 1 - text.length()));
        }
    }

    private String startTag() {
        StringBuilder tag = new StringBuilder("<").append(name());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            tag.append(' ')
                    .append(xml.getAttributeLocalName(i))
                    .append("=\"")
                    .append(Markup.escaped(xml.getAttributeValue(i)))
                    .append('"');
        }
        return tag.append('>').toString();
    }

    /** The repairs so far. */
    public List<Note> repairs() {
        List<Note> notes = new ArrayList<>();
        source.repairs()
                .forEach((kind, repair) -> notes.add(
                        new Note("repaired-" + kind, repair.count() + " times, first at line " + repair.line())));
        return notes;
    }

    /** The line on the place where reading ended early. */
    public static Note cutOff(XMLStreamException fault) {
        return new Note("cut-off", "The file cannot be read further: " + place(fault));
    }

    private static String place(XMLStreamException fault) {
        @Nullable String message = fault.getMessage();
        String words =
                message == null ? "" : message.replaceAll("(?s).*Message: ", "").strip();
        return (fault.getLocation() == null ? "" : "line " + fault.getLocation().getLineNumber() + ", ") + words;
    }

    @Override
    public void close() {
        try {
            xml.close();
            source.close();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException("A file that was read cannot be closed", e);
        }
    }
}
