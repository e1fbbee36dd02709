package press.gazette.importer.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.xml.RepairedXml;
import press.gazette.importer.xml.XmlText;

/**
 * Reads an export item by item. Document types and entities are off, prefixes are plain parts of names, since some exports use
 * ones that they do not declare. What follows a fault that cannot be repaired is not read; the notes name its line.
 */
final class WxrReader implements AutoCloseable {

    /** The longest text of an element, in characters: as long as the source of a body may be. */
    static final int LONGEST = RepairedXml.LONGEST_TEXT;

    /** The elements of a channel that hold other elements, and are read as one term or author. */
    private static final List<String> RECORDS = List.of("wp:author", "wp:category", "wp:tag", "wp:term");

    private final RepairedXml source;
    private final XMLStreamReader xml;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> channel = new HashMap<>();
    private final List<Map<String, String>> records = new ArrayList<>();
    private boolean ended;
    private boolean rss;

    WxrReader(InputStream bytes) {
        try {
            source = new RepairedXml(XmlText.of(bytes));
            xml = factory().createXMLStreamReader(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new UnreadableFile("The file is no XML: " + place(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** Texts of the channel read so far, such as {@code language}, {@code wp:base_blog_url}. */
    Map<String, String> channel() {
        return channel;
    }

    /** Authors, categories and tags of the channel read so far; {@code ""} has the name of the element. */
    List<Map<String, String>> records() {
        return records;
    }

    /** The repairs so far, and the place where reading ended early. */
    List<Note> notes() {
        List<Note> all = new ArrayList<>(notes);
        source.repairs()
                .forEach((kind, repair) -> all.add(
                        new Note("repaired-" + kind, repair.count() + " times, first at line " + repair.line())));
        return all;
    }

    /** The next item; empty at the end, or where the file cannot be read further. */
    Optional<WxrPost> next() {
        try {
            while (!ended && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals("item")) {
                        return Optional.of(item());
                    }
                    start(name);
                }
            }
        } catch (XMLStreamException e) {
            notes.add(new Note("cut-off", "The file cannot be read further: " + place(e)));
        }
        if (!rss && !ended) {
            throw new UnreadableFile("The file is no export of WordPress: it has no <rss> element.");
        }
        ended = true;
        return Optional.empty();
    }

    private void start(String name) throws XMLStreamException {
        if (name.equals("rss")) {
            rss = true;
        } else if (RECORDS.contains(name)) {
            records.add(record(name));
        } else if (rss && !name.equals("channel") && !name.equals("image")) {
            channel.putIfAbsent(name, text(name).strip());
        }
    }

    private Map<String, String> record(String element) throws XMLStreamException {
        Map<String, String> record = new HashMap<>(Map.of("", element));
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals(element)) {
            if (xml.isStartElement() && !xml.getLocalName().equals("wp:termmeta")) {
                String name = xml.getLocalName();
                record.putIfAbsent(name, text(name).strip());
            }
        }
        return record;
    }

    private WxrPost item() throws XMLStreamException {
        WxrPost.Builder post = new WxrPost.Builder(xml.getLocation().getLineNumber());
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("item")) {
            if (!xml.isStartElement()) {
                continue;
            }
            String name = xml.getLocalName();
            switch (name) {
                case "category" -> {
                    String domain = attribute("domain");
                    String slug = attribute("nicename");
                    post.term(new WxrPost.Term(domain, slug, text(name).strip()));
                }
                case "wp:postmeta" -> {
                    Map<String, String> meta = record(name);
                    post.meta(meta.getOrDefault("wp:meta_key", ""), meta.getOrDefault("wp:meta_value", ""));
                }
                case "wp:comment" -> {
                    post.comment();
                    skip(name);
                }
                default -> {
                    String text = text(name);
                    if (text.length() > LONGEST) {
                        post.tooLong(name);
                    } else {
                        post.value(name, text);
                    }
                }
            }
        }
        return post.built();
    }

    private String attribute(String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "").strip();
    }

    /** The text of the element, those of elements within it too; one character too many of a text that is too long. */
    private String text(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT && text.length() <= LONGEST) {
                String piece = xml.getText();
                text.append(piece, 0, Math.min(piece.length(), LONGEST + 1 - text.length()));
            }
        }
        return text.toString();
    }

    private void skip(String element) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals(element)) {
            // Comments are counted, not read.
        }
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
