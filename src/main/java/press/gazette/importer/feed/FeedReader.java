package press.gazette.importer.feed;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.xml.Markup;
import press.gazette.importer.xml.PlainText;
import press.gazette.importer.xml.XmlPull;

/** Reads RSS 2.0 or Atom item by item. */
final class FeedReader implements AutoCloseable {

    private final XmlPull xml;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> head = new HashMap<>();
    private boolean feed;
    private boolean ended;

    FeedReader(InputStream bytes) {
        xml = new XmlPull(bytes);
    }

    /** Texts of the feed itself that were read so far, such as {@code link}, {@code language}. */
    Map<String, String> head() {
        return head;
    }

    /** The repairs so far, and the place where reading ended early. */
    List<Note> notes() {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(xml.repairs());
        return all;
    }

    /** The next item; empty at the end, or where the file cannot be read further. */
    Optional<FeedEntry> next() {
        try {
            while (!ended && xml.hasNext()) {
                if (xml.nextIsStart()) {
                    String name = xml.name();
                    if (feed && (name.equals("item") || name.equals("entry"))) {
                        return Optional.of(entry(name));
                    }
                    start(name);
                }
            }
        } catch (XMLStreamException e) {
            notes.add(XmlPull.cutOff(e));
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
            String language = xml.attribute("xml:lang") + xml.attribute("lang");
            if (!language.isEmpty()) {
                head.putIfAbsent("language", language);
            }
        } else if (feed && !name.equals("channel")) {
            String link = name.equals("link") && xml.attribute("rel").isEmpty() ? xml.attribute("href") : "";
            String text = link.isEmpty() ? xml.text() : link;
            head.putIfAbsent(name, text.strip());
        }
    }

    private FeedEntry entry(String element) throws XMLStreamException {
        FeedEntry entry = new FeedEntry(xml.line());
        while (true) {
            if (xml.nextIsStart()) {
                read(entry, xml.name());
            } else if (xml.isEndOf(element)) {
                return entry;
            }
        }
    }

    private void read(FeedEntry entry, String name) throws XMLStreamException {
        switch (name) {
            case "category" -> {
                String term = xml.attribute("label").isEmpty() ? xml.attribute("term") : xml.attribute("label");
                String text = xml.text().strip();
                add(entry.categories(), text.isEmpty() ? term : text);
            }
            case "dc:creator" -> add(entry.authors(), PlainText.withoutEmail(xml.text()));
            case "author" -> author(entry);
            case "enclosure" ->
                entry.enclosures().add(new FeedEntry.Enclosure(xml.attribute("url"), xml.attribute("type")));
            case "link" -> link(entry);
            case "content", "content:encoded", "summary", "description" -> {
                boolean plain = xml.attribute("type").equals("text");
                String text = xml.attribute("type").equals("xhtml") ? xml.markup() : xml.text();
                entry.values().putIfAbsent(name, plain ? "<p>" + Markup.escaped(text) + "</p>" : text);
            }
            default -> entry.values().putIfAbsent(name, xml.text());
        }
    }

    private void link(FeedEntry entry) throws XMLStreamException {
        String relation = xml.attribute("rel");
        String href = xml.attribute("href");
        String type = xml.attribute("type");
        String text = xml.text().strip();
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
            if (xml.nextIsStart()) {
                if (xml.name().equals("name")) {
                    add(entry.authors(), PlainText.withoutEmail(xml.text()));
                } else {
                    depth++;
                }
            } else if (xml.isEnd()) {
                depth--;
            } else if (depth == 1) {
                text.append(xml.characters());
            }
        }
        add(entry.authors(), PlainText.withoutEmail(text.toString()));
    }

    private static void add(List<String> names, String name) {
        if (!name.isEmpty() && !names.contains(name)) {
            names.add(name);
        }
    }

    @Override
    public void close() {
        xml.close();
    }
}
