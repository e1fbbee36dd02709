package press.gazette.importer.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.xml.RepairedXml;
import press.gazette.importer.xml.XmlText;

/** Reads RSS 2.0 or Atom item by item. Document types and entities are off; prefixes are plain parts of names. */
final class FeedReader implements AutoCloseable {

    /** Elements that HTML writes without an end. */
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "source", "track", "wbr", "col");

    private final RepairedXml source;
    private final XMLStreamReader xml;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> head = new HashMap<>();
    private boolean feed;
    private boolean ended;

    FeedReader(InputStream bytes) {
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
            throw new UnreadableFile("The file is no XML.");
        }
    }

    /** Texts of the feed itself that were read so far, such as {@code link}, {@code language}. */
    Map<String, String> head() {
        return head;
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
    Optional<FeedEntry> next() {
        try {
            while (!ended && xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (feed && (name.equals("item") || name.equals("entry"))) {
                        return Optional.of(entry(name));
                    }
                    start(name);
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            notes.add(new Note("cut-off", "The file cannot be read further: line " + line));
        }
        if (!feed && !ended) {
            throw new UnreadableFile("The file is no feed: it has no <rss> and no <feed> element.");
        }
        ended = true;
        return Optional.empty();
    }

    private void start(String name) throws XMLStreamException {
        if (name.equals("rss") || name.equals("feed") || name.equals("rdf:RDF")) {
            feed = true;
            // Without namespaces some parsers leave the prefix out.
            String language = attribute("xml:lang") + attribute("lang");
            if (!language.isEmpty()) {
                head.putIfAbsent("language", language);
            }
        } else if (feed && !name.equals("channel")) {
            String link = name.equals("link") && attribute("rel").isEmpty() ? attribute("href") : "";
            String text = link.isEmpty() ? text(name, false) : link;
            head.putIfAbsent(name, text.strip());
        }
    }

    private FeedEntry entry(String element) throws XMLStreamException {
        FeedEntry entry = new FeedEntry(xml.getLocation().getLineNumber());
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals(element)) {
            if (xml.isStartElement()) {
                read(entry, xml.getLocalName());
            }
        }
        return entry;
    }

    private void read(FeedEntry entry, String name) throws XMLStreamException {
        switch (name) {
            case "category" -> {
                String term = attribute("label").isEmpty() ? attribute("term") : attribute("label");
                String text = text(name, false).strip();
                add(entry.categories(), text.isEmpty() ? term : text);
            }
            case "dc:creator" -> add(entry.authors(), text(name, false).strip());
            case "author" -> author(entry);
            case "enclosure" -> entry.enclosures().add(new FeedEntry.Enclosure(attribute("url"), attribute("type")));
            case "link" -> link(entry);
            case "content", "content:encoded", "summary", "description" -> {
                boolean markup = attribute("type").equals("xhtml");
                boolean plain = attribute("type").equals("text");
                String text = text(name, markup);
                entry.values().putIfAbsent(name, plain ? "<p>" + escaped(text) + "</p>" : text);
            }
            default -> entry.values().putIfAbsent(name, text(name, false));
        }
    }

    private void link(FeedEntry entry) throws XMLStreamException {
        String relation = attribute("rel");
        String href = attribute("href");
        String type = attribute("type");
        String text = text("link", false).strip();
        if (relation.equals("enclosure")) {
            entry.enclosures().add(new FeedEntry.Enclosure(href, type));
        } else if (relation.isEmpty() || relation.equals("alternate")) {
            entry.values().putIfAbsent("link", href.isEmpty() ? text : href);
        }
    }

    /** The name in Atom; RSS has an e-mail address with the name in brackets, and the address is not kept. */
    private void author(FeedEntry entry) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("name")) {
                add(entry.authors(), text("name", false).strip());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && depth == 1) {
                text.append(xml.getText());
            }
        }
        String written = text.toString().strip();
        int bracket = written.indexOf('(');
        if (bracket >= 0 && written.endsWith(")")) {
            add(
                    entry.authors(),
                    written.substring(bracket + 1, written.length() - 1).strip());
        } else if (!written.contains("@")) {
            add(entry.authors(), written);
        }
    }

    private static void add(List<String> names, String name) {
        if (!name.isEmpty() && !names.contains(name)) {
            names.add(name);
        }
    }

    private String attribute(String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "").strip();
    }

    /** The text of the element, with the elements within it as HTML or without them; one character too many of one that is too long. */
    private String text(String element, boolean markup) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (markup) {
                    open(text);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (markup && depth > 0 && !EMPTY.contains(xml.getLocalName())) {
                    text.append("</").append(xml.getLocalName()).append('>');
                }
            } else if (xml.hasText()
                    && event != XMLStreamConstants.COMMENT
                    && text.length() <= RepairedXml.LONGEST_TEXT) {
                String piece = markup ? escaped(xml.getText()) : xml.getText();
                text.append(piece, 0, Math.min(piece.length(), RepairedXml.LONGEST_TEXT + 1 - text.length()));
            }
        }
        return text.toString();
    }

    private void open(StringBuilder text) {
        text.append('<').append(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            text.append(' ')
                    .append(xml.getAttributeLocalName(i))
                    .append("=\"")
                    .append(escaped(xml.getAttributeValue(i)))
                    .append('"');
        }
        text.append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
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
