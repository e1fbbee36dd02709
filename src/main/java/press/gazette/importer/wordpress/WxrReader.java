package press.gazette.importer.wordpress;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

import press.gazette.importer.item.ImportedComment;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.xml.PlainText;
import press.gazette.importer.xml.RepairedXml;
import press.gazette.importer.xml.XmlPull;

/** Reads an export item by item. What follows a fault that cannot be repaired is not read; the notes name its line. */
final class WxrReader implements AutoCloseable {

    /** The longest text of an element, in characters: as long as the source of a body may be. */
    static final int LONGEST = RepairedXml.LONGEST_TEXT;

    /** The elements of a channel that hold other elements, and are read as one term or author. */
    private static final List<String> RECORDS = List.of("wp:author", "wp:category", "wp:tag", "wp:term");

    private final XmlPull xml;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> channel = new HashMap<>();
    private final List<Map<String, String>> records = new ArrayList<>();
    private boolean ended;
    private boolean rss;

    WxrReader(InputStream bytes) {
        xml = new XmlPull(bytes);
    }

    /** Texts of the channel read so far, such as {@code language}, {@code wp:base_blog_url}. */
    Map<String, String> channel() {
        return channel;
    }

    /** Authors, categories and tags of the channel read since the last call; {@code ""} has the name of the element. */
    List<Map<String, String>> takeRecords() {
        List<Map<String, String>> taken = List.copyOf(records);
        records.clear();
        return taken;
    }

    /** The repairs so far, and the place where reading ended early. */
    List<Note> notes() {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(xml.repairs());
        return all;
    }

    /** The next item; empty at the end, or where the file cannot be read further. */
    Optional<WxrPost> next() {
        try {
            while (!ended && xml.hasNext()) {
                if (xml.nextIsStart()) {
                    String name = xml.name();
                    if (name.equals("item")) {
                        return Optional.of(item());
                    }
                    start(name);
                }
            }
        } catch (XMLStreamException e) {
            notes.add(XmlPull.cutOff(e));
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
            channel.putIfAbsent(name, xml.text().strip());
        }
    }

    private Map<String, String> record(String element) throws XMLStreamException {
        Map<String, String> record = new HashMap<>(Map.of("", element));
        while (true) {
            if (xml.nextIsStart()) {
                String name = xml.name();
                if (!name.equals("wp:termmeta")) {
                    record.putIfAbsent(name, xml.text().strip());
                }
            } else if (xml.isEndOf(element)) {
                return record;
            }
        }
    }

    private WxrPost item() throws XMLStreamException {
        WxrPost.Builder post = new WxrPost.Builder(xml.line());
        while (true) {
            if (xml.nextIsStart()) {
                read(post, xml.name());
            } else if (xml.isEndOf("item")) {
                return post.built();
            }
        }
    }

    private void read(WxrPost.Builder post, String name) throws XMLStreamException {
        switch (name) {
            case "category" -> {
                String domain = xml.attribute("domain");
                String slug = xml.attribute("nicename");
                post.term(new WxrPost.Term(domain, slug, xml.text().strip()));
            }
            case "wp:postmeta" -> {
                Map<String, String> meta = record(name);
                post.meta(meta.getOrDefault("wp:meta_key", ""), meta.getOrDefault("wp:meta_value", ""));
            }
            case "wp:comment" -> post.comment(comment(record(name)));
            default -> {
                String text = xml.text();
                if (text.length() > LONGEST) {
                    post.tooLong(name);
                } else {
                    post.value(name, text);
                }
            }
        }
    }

    private static ImportedComment comment(Map<String, String> record) {
        String parent = record.getOrDefault("wp:comment_parent", "");
        return new ImportedComment(
                record.getOrDefault("wp:comment_id", ""),
                parent.equals("0") ? "" : parent,
                PlainText.withoutEmail(record.getOrDefault("wp:comment_author", "")),
                record.getOrDefault("wp:comment_date_gmt", ""),
                record.getOrDefault("wp:comment_approved", ""),
                record.getOrDefault("wp:comment_content", ""));
    }

    @Override
    public void close() {
        xml.close();
    }
}
